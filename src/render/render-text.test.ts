import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertIpAddress } from '../model/ip-address.js';
import type { Report } from '../model/report.js';
import { displayWidth } from './display-width.js';
import { renderText } from './render-text.js';
import { reportFullOf } from './testing/arbitrary-report.js';
import { namedReports } from './testing/named-reports.js';
import { addressOf, exchangeOf, findingOf, reportOf, verdictOf } from './testing/report-fixtures.js';
import { greylisted, staleResolver, unknownRecipient } from './testing/sketched-reports.js';
import { crowded, hostile } from './testing/stretching-reports.js';

/** Three thousand findings, each of its own kind. */
const varied: Report = { ...crowded, findings: crowded.findings.map((finding, at) => ({ ...finding, says: `variant-${at}` })) };

function linesOf(report: Report, width = 80, verbose = false): readonly string[] {
  return renderText(report, { width, colour: false, verbose }).split('\n').slice(0, -1);
}

/** Whether a line is longer than the width, and by something else than a URL. */
function exceeds(line: string, width: number): boolean {
  return displayWidth(line) > width && !/^\s*\S*https?:\/\/\S*$/i.test(line);
}

/** What stands behind `ESC [`, without the code itself. */
function dropCode(part: string, at: number): string {
  return at === 0 ? part : part.slice(part.indexOf('m') + 1);
}

/** What the first screen holds: everything up to the findings. */
function firstScreen(report: Report): readonly string[] {
  const lines = linesOf(report);
  const findings = lines.indexOf('Findings');
  return findings < 0 ? lines : lines.slice(0, findings - 1);
}

describe('the first screen', () => {
  it('tells an unknown recipient in eighty columns', () => {
    expect(firstScreen(unknownRecipient)).toEqual([
      'bob.smiht@example.com          recipient.unknown           24 Nov 2026 09:42 UTC',
      '',
      'UNDELIVERABLE  The mailbox bob.smiht does not exist at example.com.',
      '',
      'Who must act   You, the sender: who typed the address or wrote the message.',
      'What to do     1. Compare the spelling with an older mail, or phone.',
      '               2. Remove it from address books and autocomplete lists.',
      'Waiting        does not help: every sender bounces this at once.',
      'Said by        mx1.example.com [192.0.2.25] to RCPT TO, over TLS, at 09:42:03:',
      '               550 5.1.1 <bob.smiht@example.com>: Recipient address rejected:',
      '                 User unknown in virtual mailbox table',
      'In order       DNS (2 of 2 servers agree), MX, port 25, TLS, your name, sender',
      'Certainty      certain: code and text agree, at the host where senders end',
      '',
      '  Pref Host            Address       Ping   220 TLS What it says',
      '>   10 mx1.example.com 192.0.2.25   18 ms 41 ms 1.3 550 5.1.1 to RCPT',
      '    10                 2001:db8::25     -     -   - not tried: no IPv6 here',
      '    20 mx2.example.com 198.51.100.9     -     -   - not asked: senders end above',
      'Asked from 203.0.113.5 as mail.corp.example, sender <admin@corp.example>',
    ]);
  });

  it('tells who names which exchange where a resolver is behind', () => {
    expect(firstScreen(staleResolver).slice(15)).toEqual([
      'MX according to                               TTL left  Answer',
      'ns1.dns.example, ns2.dns.example (authority)      3600  10 mx.newhost.example',
      '10.0.0.53 (your resolver)                        73812  10 mail.oldisp.example',
      '',
      '    Pref Host                Address       Ping   220 TLS What it says',
      '>     10 mail.oldisp.example 192.0.2.25   18 ms 41 ms  no 554 5.7.1 to RCPT',
      'now   10 mx.newhost.example  198.51.100.7 18 ms 41 ms 1.3 250 2.1.5 to RCPT:',
      '                                                          accepted',
      'Asked from 203.0.113.5 as mail.corp.example, sender <admin@corp.example>',
    ]);
  });

  it.each(namedReports)('of %s fits a terminal of thirty lines', (name, report) => {
    expect(firstScreen(report).length).toBeLessThanOrEqual(name === 'hostile texts' ? 36 : 30);
  });

  it('leaves the last steps of a long remedy to the finding', () => {
    const step = 'Look at the load and the DNS lookups of the mail server, which may wait for the reverse name of its client.';
    const remedy = [step, step, step, step, step, 'Then wait.'];
    const finding = findingOf({ remedy });
    const report = reportOf({ verdict: verdictOf({ outcome: 'delayed', finding: finding.id, remedy }), findings: [finding] });
    const lines = linesOf(report);
    expect(lines).toContain('               … 2 more steps below, with the finding');
    expect(lines).toContain('    - Then wait.');
    expect(linesOf(report, 80, true)).toContain('               6. Then wait.');
  });

  it('says from where and as whom only where a mail server was asked', () => {
    const isAsked = (line: string) => line.startsWith('Asked from');
    expect(linesOf(unknownRecipient).filter(isAsked).length).toBe(1);
    expect(linesOf({ ...unknownRecipient, evidence: [] }).filter(isAsked)).toEqual([]);
  });

  it('says that a trace ended early', () => {
    expect(linesOf(reportOf({ complete: false }))).toContain('Incomplete     The trace ended early: this is what was found so far.');
  });

  it('asks nobody to act on an acceptance', () => {
    expect(linesOf(reportOf()).filter((line) => /^(Who must act|What to do|Waiting)/.test(line))).toEqual([]);
  });

  it('puts a reply to the greeting into words', () => {
    const { saidBy } = verdictOf();
    const said = saidBy === null ? null : { ...saidBy, stage: 'greeting' as const, encrypted: false, lines: ['554 no'] };
    expect(linesOf(reportOf({ verdict: verdictOf({ saidBy: said }) }))).toContain(
      'Said by        mx1.example.com [192.0.2.25] as its greeting, in plain text, at',
    );
  });
});

describe('the route', () => {
  it('gives each host a line of its own where addresses are long', () => {
    const route = [
      exchangeOf({
        exchange: 'incoming-mail-gateway-01.department.example.com',
        addresses: [
          addressOf(),
          addressOf({ address: assertIpAddress('2001:db8:1234:5678:9abc:def0:1234:5678'), remark: '450 4.7.1 to RCPT' }),
        ],
      }),
      exchangeOf({ exchange: 'mx2.example.com', implicit: true, addresses: [], problem: 'the name does not exist' }),
    ];
    expect(linesOf(reportOf({ route })).slice(10, 17)).toEqual([
      '  Host and address                          Ping   220 TLS What it says',
      '  10 incoming-mail-gateway-01.department.example.com',
      '>   192.0.2.25                             18 ms 41 ms 1.3 250 2.1.5 to RCPT:',
      '                                                           accepted',
      '    2001:db8:1234:5678:9abc:def0:1234:5678 18 ms 41 ms 1.3 450 4.7.1 to RCPT',
      '  - mx2.example.com',
      '    -                                          -     -   - the name does not',
    ]);
  });

  it('keeps the host where senders end among the rows that it shows', () => {
    const route = Array.from({ length: 100 }, (_, at) =>
      exchangeOf({ exchange: `mx${at}.example.com`, addresses: [addressOf({ address: assertIpAddress(`192.0.2.${at}`) })] }),
    );
    const rows = linesOf(reportOf({ route, endsAt: assertIpAddress('192.0.2.77') })).filter(
      (line) => line.includes('mx') && / 192\./.test(line),
    );
    expect(rows.length).toBe(15);
    expect(rows.at(-1)).toMatch(/^> .*mx77\.example\.com/);
  });
});

describe('what follows', () => {
  it('lists the findings, the cause first, what follows from another last', () => {
    const heads = linesOf(greylisted).filter((line) => /^(error|warning|notice|info) /.test(line));
    expect(heads).toEqual(['error sender.greylisted (likely)', 'error host.silent (likely)']);
  });

  it('gives a finding its actor and its remedy, unless it follows from another', () => {
    const findings = [
      findingOf({ id: 'a', severity: 'warning', responsible: 'recipient-dns', remedy: ['Mend it.'], references: [] }),
      findingOf({ id: 'b', severity: 'notice', remedy: ['Never mind.'], explainedBy: ['a'], references: [] }),
    ];
    const lines = linesOf(reportOf({ findings }));
    expect(lines.slice(lines.indexOf('    The DNS administrator of example.com:'))).toEqual([
      '    The DNS administrator of example.com:',
      '    - Mend it.',
      '',
      'notice recipient.unknown (certain)',
      '  The mailbox bob does not exist at example.com.',
      '    The server knows its mailboxes and this one is not among them. Every sender',
      '    bounces the message at once. Trying again later changes nothing.',
      '    Follows from a.',
    ]);
  });

  it('foretells tries where senders try again, and nothing where all bounce', () => {
    expect(linesOf(greylisted).slice(-6)).toEqual([
      'Sender           Gives up after  Tries again after',
      'Postfix          5 d             5 min, 10 min, 20 min, 40 min, …',
      'Exim             4 d             15 min, 30 min, 45 min, 1 h, …',
      'Sendmail         5 d             30 min, 1 h, …',
      'Exchange         2 d             15 min, 30 min, …',
      'Exchange Online  -               would not get here: tries 2 addresses',
    ]);
    expect(linesOf(unknownRecipient).filter((line) => line.startsWith('Sender'))).toEqual([]);
  });

  it('cuts lists of thousands, and shows all of them when asked', () => {
    expect(linesOf(crowded).length).toBeLessThan(250);
    expect(linesOf(varied)).toContain('… 2980 more findings (-v shows all)');
    expect(linesOf(varied, 80, true).filter((line) => line.startsWith('warning ')).length).toBe(3000);
  });

  it.each([false, true])('tells what is said of thousands by the first three, verbose: %s', (verbose) => {
    const lines = linesOf(crowded, 80, verbose);
    expect(lines.filter((line) => line.startsWith('warning ')).length).toBe(3);
    expect(lines).toContain('… 2997 more like this');
  });

  it('adds conversations, answers, other observations and checks only when asked', () => {
    const headings = [
      'Conversation with mx1.example.com [192.0.2.25]:25 (deliver)',
      'DNS',
      'Connections, pings and this machine',
      'Checks',
    ];
    expect(linesOf(unknownRecipient).filter((line) => headings.includes(line))).toEqual([]);
    expect(linesOf(unknownRecipient, 80, true).filter((line) => headings.includes(line))).toEqual(headings);
    expect(linesOf(unknownRecipient, 80, true)).toContain('   0.080   > EHLO mail.corp.example');
    expect(linesOf(unknownRecipient, 80, true)).toContain('   0.140 s > MAIL FROM:<admin@corp.example>');
  });
});

describe('whatever the report holds', () => {
  const sizes = [40, 60, 80, 120, 160].flatMap((width) =>
    [...namedReports, ['crowds', crowded] as const].map(([name, report]) => [name, width, report] as const),
  );

  it.each(sizes)('%s stays within %i columns', (_, width, report) => {
    expect(linesOf(report, width, true).filter((line) => exceeds(line, width))).toEqual([]);
  });

  it('leaves a URL whole, however long it is, and breaks all else', () => {
    const url = `https://example.com/${'why-'.repeat(30)}`;
    const lines = linesOf(reportOf({ verdict: verdictOf({ remedy: [`See ${url} for more.`] }) }), 40);
    expect(lines.map((line) => line.trim())).toContain(url);
    expect(linesOf(reportOf({ verdict: verdictOf({ remedy: ['x'.repeat(200)] }) }), 40).filter((line) => displayWidth(line) > 40)).toEqual(
      [],
    );
  });

  it.each(namedReports)('%s has colour codes only where they are asked for', (_, report) => {
    expect(renderText(report, { width: 80, colour: false, verbose: true })).not.toContain('\u001b');
    expect(renderText(report, { width: 80, colour: true, verbose: true })).toContain('\u001b[');
  });

  it.each(namedReports)('%s says the same with and without colours', (_, report) => {
    const coloured = renderText(report, { width: 80, colour: true, verbose: true });
    const bare = coloured.split('\u001b[').map(dropCode).join('').replaceAll(/ +$/gm, '');
    expect(bare).toBe(renderText(report, { width: 80, colour: false, verbose: true }));
  });

  it('shows an escape sequence of a reply by its octets', () => {
    expect(renderText(hostile, { width: 80, colour: false, verbose: false })).toContain('\\x1b[2J');
  });

  it('leaves no control character and no line above the width, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(40, 60, 80), (text, width) => {
        const page = renderText(reportFullOf(text), { width, colour: false, verbose: true });
        expect(page).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
        expect(page.split('\n').filter((line) => exceeds(line, width))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
