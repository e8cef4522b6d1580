import { describe, expect, it } from 'vitest';
import { delegation, mailWalk } from '../facts/delegation.js';
import { walkDelegation } from '../facts/delegation-procedure.js';
import { type Procedure, runBeside, type StepEvidence } from '../facts/procedure.js';
import { dnsEvidence } from '../facts/testing/dns-evidence.js';
import { assertDomainName } from '../model/domain-name.js';
import { createDnsSurvey } from './testing/dns-survey.js';

const mx = { answer: ['example.com 3600 MX 10 mx.example.com'] };
const resolvers = { '10.0.0.1': mx, '10.0.0.2': mx, '10.0.0.3': mx };
const { question } = dnsEvidence({ ask: 'example.com MX', at: '10.0.0.1' });
const questions = Object.keys(resolvers).map((at) => dnsEvidence({ ask: 'example.com MX', at }).question);

function* askFirst(): Procedure<StepEvidence> {
  return yield { mode: 'first', questions };
}

/** The answers' servers, null where none was waited for. */
const heard = (evidence: StepEvidence) => evidence.map((each) => each?.question.server.address ?? null);

describe('createAsker', () => {
  it('asks a question once, however often it is asked for, and tells of it', async () => {
    const { asker, clock, asked, events, context } = createDnsSurvey({ world: { resolvers } });
    const both = Promise.all([asker.ask(question), asker.ask(question)]);
    await clock.pass(20);
    const [first, second] = await both;
    expect(first).toBe(second);
    expect(asked).toEqual(['0 dns/mx/example.com/10.0.0.1']);
    expect(events).toEqual([
      { type: 'started', step: { id: first.id, title: 'MX of example.com at 10.0.0.1', parent: null }, atMs: 0 },
      { type: 'finished', id: first.id, atMs: 10, state: 'ok', detail: '10 mx.example.com' },
    ]);
    expect(context.store.find(first.id)).toBe(first);
  });

  it('asks no more questions than a trace may', async () => {
    const { asker, clock, asked } = createDnsSurvey({ world: { resolvers }, limits: { resolverQuestions: 2 } });
    const all = Promise.all(questions.map(asker.ask));
    await clock.pass(20);
    expect((await all).map(({ outcome }) => outcome.state)).toEqual(['answered', 'answered', 'skipped']);
    expect(asked).toHaveLength(2);
  });

  it('asks no more questions at one time than it may', async () => {
    const { asker, clock, asked } = createDnsSurvey({ world: { resolvers }, limits: { concurrency: 2 } });
    const all = Promise.all(questions.map(asker.ask));
    await clock.pass(30);
    await all;
    expect(asked.map((line) => line.split(' ')[0])).toEqual(['0', '0', '10']);
  });
});

describe('a step that wants the first usable answer', () => {
  it('asks one server where that one answers', async () => {
    const { asker, clock, asked } = createDnsSurvey({ world: { resolvers } });
    const done = asker.drive(askFirst());
    await clock.pass(1_000);
    expect(heard(await done)).toEqual(['10.0.0.1', null, null]);
    expect(asked).toEqual(['0 dns/mx/example.com/10.0.0.1']);
  });

  it('asks the next one beside a silent one after 600 ms', async () => {
    const { asker, clock, asked } = createDnsSurvey({ world: { resolvers }, delays: { '10.0.0.1': 4_000 } });
    const done = asker.drive(askFirst());
    await clock.pass(5_000);
    expect(heard(await done)).toEqual([null, '10.0.0.2', null]);
    expect(asked).toEqual(['0 dns/mx/example.com/10.0.0.1', '600 dns/mx/example.com/10.0.0.2']);
  });

  it('asks the next one at once where one refuses', async () => {
    const { asker, clock, asked } = createDnsSurvey({ world: { resolvers: { ...resolvers, '10.0.0.1': { rcode: 'REFUSED' } } } });
    const done = asker.drive(askFirst());
    await clock.pass(1_000);
    expect(heard(await done)).toEqual(['10.0.0.1', '10.0.0.2', null]);
    expect(asked.map((line) => line.split(' ')[0])).toEqual(['0', '10']);
  });

  it('takes an answer that somebody else is waiting for already', async () => {
    const { asker, clock, asked } = createDnsSurvey({ world: { resolvers } });
    void asker.ask(questions[2] ?? question);
    const done = asker.drive(askFirst());
    await clock.pass(1_000);
    expect(heard(await done)).toEqual([null, null, '10.0.0.3']);
    expect(asked).toHaveLength(1);
  });

  it('ends when all have failed', async () => {
    const refused = { rcode: 'REFUSED' };
    const { asker, clock } = createDnsSurvey({ world: { resolvers: { '10.0.0.1': refused, '10.0.0.2': refused, '10.0.0.3': refused } } });
    const done = asker.drive(askFirst());
    await clock.pass(1_000);
    expect(heard(await done)).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3']);
  });
});

describe('procedures side by side', () => {
  it('end when the last one does, with their values in order', async () => {
    const { asker, clock } = createDnsSurvey({ world: { resolvers }, delays: { '10.0.0.1': 300 } });
    function* one(at: number): Procedure<number> {
      yield { mode: 'all', questions: questions.slice(at, at + 1) };
      return at;
    }
    const done = asker.drive(runBeside([one(0), one(1), one(2)]));
    await clock.pass(1_000);
    expect(await done).toEqual([0, 1, 2]);
    expect(clock.now()).toBe(1_000);
  });
});

describe('a walk', () => {
  it('comes to the same live and replayed, also where a slow server is overtaken', async () => {
    const servers = { 'ns1.example.com 192.0.2.53': mx, 'ns2.example.com 192.0.2.54': { failure: 'timeout' as const } };
    const { asker, clock, context, asked } = createDnsSurvey({ world: { servers }, delays: { '192.0.2.54': 5_000 } });
    const walking = asker.drive(walkDelegation(mailWalk(context.store.view(), assertDomainName('example.com'))));
    await clock.pass(6_000);
    expect(await walking).toEqual(context.store.view().read(delegation));
    expect(asked).toEqual([
      '0 dns/mx/example.com/198.51.100.1/norec',
      '10 dns/mx/example.com/198.51.100.2/norec',
      '20 dns/mx/example.com/192.0.2.53/norec',
      '20 dns/mx/example.com/192.0.2.54/norec',
    ]);
  });
});
