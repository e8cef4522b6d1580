/** What is pulled out of a reply's text. */
import { describe, expect, it } from 'vitest';
import { parseReplyText } from '../parse/smtp/parse-reply-text.js';
import { explainReply } from './reply-meaning.js';

function details(text: string) {
  const reply = parseReplyText(text);
  if (reply === null) throw new Error(`no reply: ${text}`);
  return explainReply(reply, { stage: 'rcpt', host: null }).details;
}

describe('the wait that a reply asks for', () => {
  it.each([
    ['450 Greylisted, try again in 300 seconds', 300],
    ['450 4.7.1 Greylisted for 5 minutes', 300],
    ['451 Greylisting in effect, please retry after 00:04:58', 298],
    ['451 Please come back in 1 hour', 3600],
    ['450 try again in 10m', 600],
    ['450 try again later', null],
    ['550 User unknown since 3 days', null],
    ['452 Try again, 12 messages are waiting', null],
  ])('%s: %s', (text, seconds) => {
    expect(details(text).retryAfterSeconds).toBe(seconds);
  });
});

describe('the blocklist that a reply names', () => {
  it.each([
    ['554 Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1', 'Spamhaus'],
    ['554 Sender address [a@example.net] blocked using dbl.spamhaus.org', 'Spamhaus DBL'],
    ['554 Client host [192.0.2.1] blocked using zen.example; see https://check.example/', 'zen.example'],
    ['550 rejected because 192.0.2.1 is in a black list at bl.spamcop.net', 'SpamCop'],
    ['550 5.1.1 mx.example.com says: user unknown', null],
  ])('%s: %s', (text, name) => {
    expect(details(text).blocklist).toBe(name);
  });
});

describe('the addresses that a reply quotes', () => {
  it.each<[string, readonly string[]]>([
    ['550 [192.0.2.1] blocked: 192.0.2.1 sends spam', ['192.0.2.1']],
    ['550 2001:db8::1 blocked, as 2001:db8:0:0:0:0:0:2', ['2001:db8::1', '2001:db8:0:0:0:0:0:2']],
    ['550 refused on 24 Nov 2026 at 9:50:05, log 12:34:56', []],
    ['421 4.7.0 [TSS04] Messages from 192.0.2.1 deferred due to user complaints - 4.16.55.1; see https://a.example/', ['192.0.2.1']],
  ])('%s', (text, addresses) => {
    expect(details(text).addresses).toEqual(addresses);
  });
});

it('links, addresses and tickets are kept apart', () => {
  expect(details('554 Blocked [192.0.2.1] and 2001:db8::1, case AB-12345. See (https://example.com/why?ip=192.0.2.1).')).toEqual({
    blocklist: null,
    links: ['https://example.com/why?ip=192.0.2.1'],
    addresses: ['192.0.2.1', '2001:db8::1'],
    retryAfterSeconds: null,
    ticket: 'AB-12345',
  });
});
