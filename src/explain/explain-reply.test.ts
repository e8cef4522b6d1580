/** A single reply as people paste it becomes a case: reply, host, stage. */
import { describe, expect, it } from 'vitest';
import { judgeCase } from '../judge/judge-case.js';
import { createReplyCase, explainReply } from './explain-reply.js';

const startedAt = '2026-01-01T00:00:00Z';

function read(text: string) {
  const file = createReplyCase(text, { startedAt });
  const evidence = file?.evidence[0];
  if (evidence?.kind !== 'reply') return null;
  const { host, stage, exchange } = evidence;
  return { host, stage, code: exchange.reply?.code, enhanced: exchange.reply?.enhanced, lines: exchange.reply?.lines.length };
}

describe('a reply as a case', () => {
  it.each([
    ['a reply by itself', '550 5.1.1 User unknown', { host: null, stage: null, code: 550, enhanced: '5.1.1', lines: 1 }],
    [
      'as Postfix logs it',
      'host mx.example.com[192.0.2.1] said: 550 5.1.1 <bob@example.com>: User unknown (in reply to RCPT TO command)',
      { host: 'mx.example.com', stage: 'rcpt', code: 550, enhanced: '5.1.1', lines: 1 },
    ],
    [
      'after the message',
      'host mx.example.com[192.0.2.1] said: 554 5.7.1 spam (in reply to end of DATA command)',
      { host: 'mx.example.com', stage: 'message', code: 554, enhanced: '5.7.1', lines: 1 },
    ],
    [
      'as qmail reports it',
      'Remote host said: 552 Error: disk quota exceeded',
      { host: null, stage: null, code: 552, enhanced: null, lines: 1 },
    ],
    [
      'as a bounce has it',
      'Diagnostic-Code: smtp; 550 5.2.2 Mailbox Full',
      { host: null, stage: null, code: 550, enhanced: '5.2.2', lines: 1 },
    ],
    [
      'several lines',
      '550-5.1.1 The email account that you tried to reach\n550 5.1.1 does not exist',
      { host: null, stage: null, code: 550, enhanced: '5.1.1', lines: 2 },
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['', 'hello', 'User unknown', '42 is no code'])('nothing where there is no reply: %j', (text) => {
    expect(createReplyCase(text)).toBeNull();
  });

  it('has no domain where nobody names one, the host where it is named', () => {
    const domainOf = (text: string) => {
      const target = createReplyCase(text, { startedAt })?.target;
      return target?.kind === 'domain' && target.domain.kind === 'name' ? target.domain.name : null;
    };
    expect(domainOf('550 no')).toBe('.');
    expect(domainOf('host mx.example.com[192.0.2.1] said: 550 no')).toBe('mx.example.com');
  });

  it('is judged like any other case', () => {
    const file = createReplyCase('450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted', { startedAt });
    if (file === null) throw new Error('no case');
    const { verdict, kind } = judgeCase(file);
    expect({ kind, outcome: verdict.outcome, cause: verdict.cause, waitingHelps: verdict.waitingHelps }).toEqual({
      kind: 'explanation',
      outcome: 'delayed',
      cause: 'sender.greylisted',
      waitingHelps: 'yes',
    });
  });
});

describe('a reply explained', () => {
  it('answers at once, and makes a report as well', () => {
    const reply = explainReply('452 4.2.2 <bob@example.com>: Mailbox full, see https://a.example/', { startedAt });
    expect(reply).toMatchObject({
      kind: 'explanation',
      startedAt,
      address: 'bob@example.com',
      outcome: 'delayed',
      code: 'recipient.mailbox-full',
      replyCode: 452,
      status: '4.2.2',
      addressState: 'full',
      responsible: 'recipient-user',
      details: { links: ['https://a.example/'] },
    });
    if (reply === null) throw new Error('no reply');
    const { verdict } = judgeCase(reply);
    expect(verdict).toMatchObject({ cause: reply.code, summary: reply.summary, remedy: reply.remedy, responsible: reply.responsible });
  });

  it('believes what is known beside the text, and is null where the text holds none', () => {
    const context = { host: 'mx.example.org', stage: 'message', recipient: 'ann@example.org' } as const;
    expect(explainReply('554 5.7.1 no', context)).toMatchObject({ host: 'mx.example.org', stage: 'message', address: 'ann@example.org' });
    expect(explainReply('hello')).toBeNull();
  });
});
