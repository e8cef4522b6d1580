/**
 * The commands: what each is for, which options it takes, and where its code is loaded from.
 *
 * Only words and lazy imports stand here, so that help, version and mistakes cost no loading.
 */
import { followUpOptions } from '../settings/follow-up-options.js';
import { type OptionName, optionTable } from '../settings/option-table.js';
import type { CommandEntry } from './command-entry.js';

/** Options of other commands. */
const foreignToTrace: readonly OptionName[] = ['list', 'jsonl', 'summary', 'as', 'message', 'to', 'follow', 'offline', 'live', 'trace'];
const traceOptions = optionTable.map(({ name }) => name).filter((name) => !foreignToTrace.includes(name));
const outputOptions = ['json', 'format', 'verbose', 'quiet', 'color', 'config'] as const;

export const commands: readonly CommandEntry[] = [
  {
    name: 'trace',
    operands: 'ADDRESS|DOMAIN',
    summary: 'what would happen to a message for this address, and who must act',
    examples: [
      ['mailwhy bob@example.com', 'trace an address (trace may be left out)'],
      ['mailwhy example.com --postmaster', 'trace a domain up to its postmaster'],
      ['mailwhy bob@example.com --from me@example.net', 'as this sender'],
      ['mailwhy bob@example.com --json > report.json', 'the report as JSON, to keep or to send'],
    ],
    options: traceOptions,
    load: async () => (await import('./trace.js')).runTrace,
  },
  {
    name: 'explain',
    operands: '[TEXT|FILE|FOLDER]...|-',
    summary: 'what any reply, bounce, mailbox, queue, log or header means; who must act',
    examples: [
      ['mailwhy explain "550 5.7.1 Relaying denied"', 'a reply, or a line of a log'],
      ['mailwhy explain bounce.eml', 'a bounce, recipient by recipient; also without its header'],
      ['mailwhy explain ~/Maildir/.Bounces --summary', 'a Maildir, an mbox or a folder, counted by cause'],
      ['mailwhy explain bounces.mbox --jsonl', 'a line of JSON for each message'],
      ['mailwhy explain bounce.eml --trace', 'is it still true?'],
    ],
    options: [...outputOptions, 'jsonl', 'summary', 'as', 'trace', ...followUpOptions],
    optionHelp: {
      as: 'what the input is (found by itself): reply, bounce, bounce-text, mbox, notice, queue, log, headers, report',
    },
    load: async () => (await import('./explain.js')).runExplain,
  },
  {
    name: 'queue',
    operands: '[FILE|-]',
    summary: 'what waits in a mail queue, why, and how to release or remove it',
    examples: [
      ['mailwhy queue', "this machine's own queue"],
      ['postqueue -j | mailwhy queue', 'a listing of any mail server'],
      ['mailwhy queue queue.json', "Exchange's Get-Queue or Get-Message"],
      ['mailwhy queue --trace', 'is it still true? once for each cause and exchange'],
    ],
    options: [...outputOptions, 'as', 'trace', ...followUpOptions],
    optionHelp: {
      as: 'whose listing it is (found by itself): postqueue-json, postfix-mailq, sendmail-mailq, exim-bp, qmail-qread, smtpctl, exchange-queue, exchange-message',
      trace: 'then trace one recipient for each cause and exchange, 20 at most: still true, gone, or different now',
    },
    load: async () => (await import('./queue.js')).runQueue,
  },
  {
    name: 'log',
    operands: '[FILE...|-]',
    summary: 'what a mail log tells: failures by cause and domain, a story',
    examples: [
      ['mailwhy log', "this machine's own log"],
      ['mailwhy log /var/log/mail.log*', 'all of it, rotated and compressed files too'],
      ['mailwhy log mail.log* --to bob@example.com', 'what became of these messages'],
      ['mailwhy log --follow', 'each failure as it comes, explained'],
    ],
    options: [...outputOptions, 'message', 'to', 'follow'],
    load: async () => (await import('./log.js')).runLog,
  },
  {
    name: 'headers',
    operands: 'FILE|-',
    summary: 'where a message waited, and whether its signatures hold',
    examples: [
      ['mailwhy headers message.eml', 'a stored message, or only its header'],
      ['mailwhy headers - < header.txt', 'from standard input'],
      ['mailwhy headers message.eml --offline', 'without asking the DNS for the keys of signatures'],
      ['mailwhy headers message.eml --live', 'and what SPF and DMARC would say of it today'],
      ['mailwhy headers message.eml --format html > way.html', 'as one page to send to someone'],
    ],
    options: [...outputOptions, 'resolver', 'offline', 'live', 'from', 'null-sender', 'helo', 'source', 'deadline'],
    optionHelp: {
      resolver: "ask this resolver for keys and records; repeatable (the system's)",
      source: 'with --live: the client that SPF is evaluated for (as recorded)',
      helo: 'with --live: its name in EHLO (as recorded)',
      from: 'with --live: the sender in MAIL FROM (as recorded)',
      'null-sender': 'with --live: MAIL FROM:<>',
    },
    load: async () => (await import('./headers.js')).runHeaders,
  },
  {
    name: 'show',
    operands: 'FILE',
    summary: 'judge a saved report again and show it',
    examples: [
      ['mailwhy show report.json -v', 'with every reply and DNS answer'],
      ['mailwhy show report.json --format html > report.html', 'as one page to send to someone'],
    ],
    options: outputOptions,
    load: async () => (await import('./show.js')).runShow,
  },
  {
    name: 'demo',
    operands: '[NAME]',
    summary: 'trace a dozen troubled worlds inside this process, without network',
    examples: [
      ['mailwhy demo', 'all of them, side by side'],
      ['mailwhy demo --list', 'the names of all worlds'],
    ],
    options: [...outputOptions, 'list'],
    load: async () => (await import('./demo.js')).runDemo,
  },
];

export function findCommand(name: string): CommandEntry | null {
  return commands.find((command) => command.name === name) ?? null;
}

/** Every word that may stand in a command's place. */
export const commandWords: readonly string[] = [...commands.map(({ name }) => name), 'help'];
