/**
 * The conversation that Sendmail and its kin quote: `>>> RCPT To:<bob@example.com>`, `<<< 550 5.1.1 …`.
 */
import type { Stage } from '../../model/vocabulary.js';

export interface QuotedAnswer {
  /** The lines behind `<<<`, joined as lines. */
  readonly reply: string;
  readonly host: string | null;
  readonly stage: Stage | null;
  /** The recipient in the command, else at the front of the reply; null where neither names one. */
  readonly address: string | null;
}

const stageOfVerb: Readonly<Record<string, Stage>> = {
  helo: 'hello',
  ehlo: 'hello',
  starttls: 'starttls',
  auth: 'auth',
  mail: 'mail',
  rcpt: 'rcpt',
  data: 'data',
  quit: 'quit',
};

/** MDaemon puts the time before each line, and names the host where it connects. */
const front = String.raw`^[ \t]*(?:\w{3} \d{4}-\d\d-\d\d [\d:.]+: )?`;
const answerPattern = new RegExp(String.raw`${front}(?:<<<|<--?|Received >>>)[ \t]*(.*)$`);
const commandPattern = new RegExp(String.raw`${front}(?:>>>|--?>|Sent <<<)[ \t]*(.*)$`);
/** Sendmail, MDaemon, and Courier, which has the host in a line of its own. */
const talkPattern =
  /while talking to \[?([\w.-]+?)\.?\]?:|Attempting SMTP connection to \[([\w.-]+)\]|^[ \t]+([\w-]{1,63}(?:\.[\w-]{1,63})+) \[[\da-f.:]+\]:[ \t]*$/i;

/** What stands in every answer: few reports have one. */
const anyAnswer = /<<<|<-|Received >>>/;

/** Every refusal in the conversation, in order. */
export function readTranscript(report: string): readonly QuotedAnswer[] {
  if (!anyAnswer.test(report)) return [];
  const answers: QuotedAnswer[] = [];
  let host: string | null = null;
  let command = '';
  let lines: string[] = [];
  const close = () => {
    if (/^[45]\d\d/.test(lines[0] ?? '')) answers.push(describe(lines, command, host));
    lines = [];
  };
  for (const line of report.split('\n')) {
    const talk = findHost(line);
    const answered = answerPattern.exec(line)?.[1];
    const said = commandPattern.exec(line)?.[1];
    if (talk !== undefined) host = talk.toLowerCase();
    if (answered !== undefined) lines.push(answered.trim());
    else close();
    if (said !== undefined) command = said;
  }
  close();
  const telling = answers.filter((answer) => !isConsequence(answer));
  return telling.length > 0 ? telling : answers;
}

function findHost(line: string): string | undefined {
  const match = talkPattern.exec(line);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** "503 Need RCPT", "554 no valid recipients", the answer to QUIT, "too many errors": what follows from a refusal, not the refusal. */
function isConsequence({ reply, stage }: QuotedAnswer): boolean {
  return /^503/.test(reply) || stage === 'quit' || /too many errors|no valid recipients/i.test(reply);
}

function describe(lines: readonly string[], command: string, host: string | null): QuotedAnswer {
  const verb = /^[a-z]+/i.exec(command)?.[0].toLowerCase() ?? '';
  const stage = stageOfVerb[verb] ?? (/^\.?$/.test(command) && command !== '' ? 'message' : null);
  const commanded = /<([^<>\s]+@[^<>\s]+)>/.exec(command)?.[1];
  return {
    reply: lines.join('\n'),
    host,
    stage,
    // To MAIL both name the sender.
    address: stage === 'mail' ? null : (commanded ?? replyTo.exec(lines[0] ?? '')?.[1] ?? null),
  };
}

/** `550 5.1.1 <bob@example.com>... User unknown`, the answer to a recipient that comes behind DATA where commands are pipelined. */
const replyTo = /^[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3} )?<([^<>\s]+@[^<>\s]+)>/;

/**
 * The answer about the recipient that goes by these names. One that names nobody is about it only where the report is
 * about nobody else; one that names another never is.
 */
export function findAnswer(answers: readonly QuotedAnswer[], names: readonly (string | null)[], isAboutOne: boolean): QuotedAnswer | null {
  const own = new Set(names.flatMap((name) => name?.toLowerCase() ?? []));
  const named = answers.find(({ address }) => address !== null && own.has(address.toLowerCase()));
  if (named !== undefined || !isAboutOne) return named ?? null;
  return answers.findLast(({ address }) => address === null) ?? null;
}

const conversationFront = /\n[ \t]*-{2,} *Transcript of session follows/i;

/** The words before the conversation, which is about all recipients, or any of them. */
export function cutConversation(words: string): string {
  const start = words.search(conversationFront);
  return start < 0 ? words : words.slice(0, start);
}

/** What a local delivery agent says within the conversation: `mail.local: unknown user: bob`. */
export function readAgentWords(report: string): readonly string[] {
  const start = report.search(/-- *Transcript of session follows/i);
  if (start < 0) return [];
  return report
    .slice(start)
    .split('\n')
    .filter((line) => /^[a-z][\w./-]*: \S/i.test(line) && !/^[\w-]+-(?:MTA|Date|Recipient|Code): |^(?:Action|Status): /i.test(line));
}
