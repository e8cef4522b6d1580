import { describe, expect, it } from 'vitest';
import type { Report } from '../model/report.js';
import { reportOf, verdictOf } from './testing/report-fixtures.js';
import { greylisted, staleResolver, unknownRecipient } from './testing/sketched-reports.js';
import { accepted, explained, hostile, malformedAddress } from './testing/stretching-reports.js';
import { describeActors, reportDomain, reportSubject, senderName } from './words.js';

const rows: readonly (readonly [string, Report, string | null, string | null])[] = [
  ['the sender is you', unknownRecipient, 'You, the sender: who typed the address or wrote the message.', null],
  [
    'nobody must act while a queue waits',
    greylisted,
    'Nobody: the sending server tries again by itself.',
    'The mail administrator of example.com.',
  ],
  ['a fault of your resolver names the resolver', staleResolver, 'You: whoever runs the resolver 10.0.0.53.', null],
  ['an acceptance asks nobody for anything', accepted, null, null],
  [
    'a reply by itself has no domain',
    explained,
    'You, the sender: who typed the address or wrote the message.',
    "The mail administrator of the recipient's domain.",
  ],
  ['a domain stands as its users write it', hostile, 'The mail administrator of 中文.example.', null],
  [
    'two others to tell stand in one sentence',
    reportOf({ verdict: verdictOf({ outcome: 'delayed', responsible: 'recipient-dns', alsoInform: ['local', 'network'] }) }),
    'The DNS administrator of example.com.',
    'Whoever runs the machine that the trace ran on, and its network; whoever runs the firewall or the network in between.',
  ],
  ['nobody can act where nothing is known', reportOf({ verdict: verdictOf({ outcome: 'inconclusive' }) }), 'Nobody.', null],
];

describe('describeActors', () => {
  it.each(rows)('%s', (_, report, acts, informs) => {
    expect(describeActors(report)).toEqual({ acts, informs });
  });
});

describe('what a report is about', () => {
  it.each([
    ['an address', unknownRecipient, 'bob.smiht@example.com', 'example.com'],
    ['a malformed address', malformedAddress, 'bob@example,com', "the recipient's domain"],
    [
      'a domain alone',
      reportOf({ target: { input: 'Example.COM', address: null, domain: 'example.com', assumed: false } }),
      'example.com',
      'example.com',
    ],
    [
      'a reply that tells no domain',
      reportOf({ target: { input: '550 5.1.1 User unknown', address: null, domain: '.', assumed: false } }),
      '550 5.1.1 User unknown',
      "the recipient's domain",
    ],
  ])('%s', (_, report, subject, domain) => {
    expect([reportSubject(report), reportDomain(report)]).toEqual([subject, domain]);
  });
});

it.each([
  ['postfix', 'Postfix'],
  ['exchange-online', 'Exchange Online'],
  ['another', 'another'],
  ['toString', 'toString'],
])('the sender %s is %s', (sender, name) => {
  expect(senderName(sender)).toBe(name);
});
