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
