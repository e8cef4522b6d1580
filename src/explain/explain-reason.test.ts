/** The record of one recipient: what waiting does depends on whether the message is kept. */
import { expect, it } from 'vitest';
import { createCauseReader } from './cause-reader.js';
import { explainReason } from './explain-reason.js';

it.each([
  ['delayed', 'delayed', 'does not help: it is tried again until it is given up, then returned to its sender'],
  ['failed', 'undeliverable', 'does not help: every sender bounces this at once'],
] as const)('a %s message is told of by what its own server does', (kind, outcome, waiting) => {
  const reason = 'host mx.example.com[192.0.2.1] said: 550 5.1.1 <bob@example.com>: User unknown (in reply to RCPT TO command)';
  const record = explainReason({ address: 'bob@example.com', reason, kind, origin: 'queue' }, createCauseReader());
  expect(record).toMatchObject({ outcome, waiting });
});

it('an address at the front of a reason is no reply code', () => {
  const reason = '203.0.113.10 is listed at zen.spamhaus.org';
  const record = explainReason({ address: 'bob@example.com', reason, kind: 'failed', origin: 'log' }, createCauseReader());
  expect(record).toMatchObject({ code: 'sender.blocklisted', replyCode: null, status: null, reply: reason });
});
