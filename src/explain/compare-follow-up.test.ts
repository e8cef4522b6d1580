/** Then and now: what may be concluded from a trace, and what may not. */
import { describe, expect, it } from 'vitest';
import type { SeenNow, ToldThen } from '../model/follow-up.js';
import { assertIpAddress } from '../model/ip-address.js';
import { compareFollowUp } from './compare-follow-up.js';

const unknown = '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown';
const then = (changes: Partial<ToldThen> = {}): ToldThen => ({
  code: 'recipient.unknown',
  outcome: 'undeliverable',
  status: '5.1.1',
  replyCode: 550,
  host: 'mx1.example.com',
  stage: 'rcpt',
  reply: unknown,
  addresses: [],
  ...changes,
});
const now = (changes: Partial<SeenNow> = {}): SeenNow => ({
  code: 'recipient.unknown',
  outcome: 'undeliverable',
  status: '5.1.1',
  replyCode: 550,
  host: 'mx1.example.com',
  stage: 'rcpt',
  reply: unknown,
  summary: 'The mailbox bob does not exist at example.com.',
  responsible: 'sender-user',
  remedy: [],
  waitingHelps: 'no',
  ...changes,
});
const accepted = now({
  code: null,
  outcome: 'deliverable',
  status: '2.1.5',
  replyCode: 250,
  reply: '250 2.1.5 Ok',
  summary: 'It takes mail.',
});
const silent = now({
  code: 'host.silent',
  outcome: 'delayed',
  status: null,
  replyCode: null,
  reply: null,
  stage: null,
  host: null,
  summary: 'It is silent.',
});
const blocked = now({ ...silent, code: 'local.egress-blocked', outcome: 'inconclusive', summary: 'Port 25 does not leave this network.' });

const given = {
  source: [assertIpAddress('192.0.2.9')],
  public: [assertIpAddress('203.0.113.5')],
  sender: 'me@example.net',
  assumed: [],
} as const;
const made = { ...given, assumed: ['sender'] } as const;

type Row = readonly [sentence: string, ToldThen, SeenNow, result: string, replies: string | null, says: string];

const rows: readonly Row[] = [
  ['the same code and reply', then(), now(), 'still-true', 'same', 'The same reply is given now.'],
  [
    'the same reply with another session in it',
    then({ reply: '550 5.1.1 no such user a1b2c3d4e5-7 - gsmtp' }),
    now({ reply: '550-5.1.1 no such\n550 5.1.1 user ff99cd13be-1 - gsmtp' }),
    'still-true',
    'same',
    'The same reply',
  ],
  ['the same code in other words', then(), now({ reply: '550 5.1.1 No mailbox here' }), 'still-true', 'same-code', 'in other words'],
  ['the same reply that is read otherwise today', then({ code: 'reply.unrecognised' }), now(), 'still-true', 'same', 'The same reply'],
  ['accepted now', then(), accepted, 'gone', 'different', 'accepted now'],
  [
    'greylisted then, accepted now',
    then({ code: 'sender.greylisted', outcome: 'delayed', reply: '450 4.2.0 Greylisted' }),
    accepted,
    'gone',
    'different',
    'accepted now',
  ],
  ['given up then, accepted now', then({ code: 'queue.expired', reply: null, stage: null }), accepted, 'gone', null, 'accepted now'],
  [
    'another cause now',
    then(),
    now({ code: 'recipient.mailbox-full', reply: '552 5.2.2 full', replyCode: 552, summary: 'It is full.' }),
    'different',
    'different',
    'Something else stops the mail now: It is full.',
  ],
  [
    'another cause that comes earlier hides the old one',
    then(),
    now({ code: 'sender.blocklisted', stage: 'mail', reply: '554 5.7.1 blocked', replyCode: 554, summary: 'You are listed.' }),
    'different',
    'different',
    'so whether the old cause still stands does not show',
  ],
  [
    'the domain is gone now',
    then(),
    now({ ...silent, code: 'domain.not-found', outcome: 'undeliverable', summary: 'No such domain.' }),
    'different',
    null,
    'No such domain',
  ],
  ['port 25 is blocked here', then(), blocked, 'could-not-tell', null, 'Nothing can be said from here'],
  ['nothing answers now, a server refused then', then(), silent, 'could-not-tell', null, 'may still stand'],
  [
    'nobody answered then, and now it can be told why',
    then({ code: 'host.no-answer', reply: 'Connection timed out', stage: null }),
    silent,
    'still-true',
    null,
    'now it can be told why: It is silent.',
  ],
  [
    'nobody answered then, and now a server refuses',
    then({ code: 'host.no-answer', reply: 'Connection timed out', stage: null }),
    now(),
    'different',
    null,
    'Something else',
  ],
  [
    'refused on port 25 then and now',
    then({ code: 'port.refused', reply: null, stage: null }),
    now({ ...silent, code: 'port.refused', summary: 'Refused.' }),
    'still-true',
    null,
    'The same holds now: Refused.',
  ],
  [
    'refused behind the message then, accepted up to it now',
    then({ code: 'message.spam', stage: 'message' }),
    accepted,
    'could-not-tell',
    'different',
    'a trace sends none',
  ],
  ['a suppression by one’s own provider', then({ code: 'sender.suppressed' }), accepted, 'could-not-tell', 'different', 'own provider'],
];

describe('then and now', () => {
  it.each(rows)('%s', (_, told, seen, result, replies, says) => {
    expect(compareFollowUp(told, seen, given)).toEqual({ result, replies, says: expect.stringContaining(says) });
  });

  it.each<[string, ToldThen, Parameters<typeof compareFollowUp>[2], string]>([
    ['of an assumed sender says nothing of another one', then({ code: 'sender.spf-failed' }), made, 'could-not-tell'],
    ['of the given sender does', then({ code: 'sender.spf-failed' }), given, 'gone'],
    [
      'from another address says nothing of a blocklist',
      then({ code: 'sender.blocklisted', addresses: ['198.51.100.1'] }),
      given,
      'could-not-tell',
    ],
    ['from the address itself does', then({ code: 'sender.blocklisted', addresses: ['203.0.113.5'] }), given, 'gone'],
    ['of an assumed sender is as good as any for a mailbox', then(), made, 'gone'],
  ])('an acceptance %s', (_, told, vantage, result) => {
    expect(compareFollowUp(told, accepted, vantage).result).toBe(result);
  });

  it('is never gone where nothing was accepted', () => {
    const codes = ['recipient.unknown', 'sender.blocklisted', 'message.spam', 'queue.expired', 'host.no-answer', 'server.busy'] as const;
    for (const code of codes) {
      for (const seen of [silent, blocked, now(), now({ ...silent, code: null, outcome: 'inconclusive' })]) {
        expect(compareFollowUp(then({ code }), seen, given).result).not.toBe('gone');
      }
    }
  });
});
