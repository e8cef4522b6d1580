/** Chains in which the server that held a message is not simply the one before. */
import { expect, it } from 'vitest';
import type { LongestWait } from '../../model/headers-report.js';
import { readHeaders } from './read-headers.js';

/** The hops, the oldest first: what stands before the time, and the time of the day. */
function findWait(hops: readonly (readonly [string, string])[]): LongestWait | null {
  const received = hops.map(([text, time]) => `Received: ${text}; Tue, 24 Nov 2026 ${time} +0000`).reverse();
  const header = [...received, 'From: ann@corp.example', 'Date: Tue, 24 Nov 2026 08:14:54 +0000', 'Message-ID: <x@corp.example>'];
  return readHeaders(header.join('\n'))?.longestWait ?? null;
}

const submitted = ['from pc (unknown [198.51.100.7]) by mail.corp.example (Postfix) with ESMTPSA id D1', '08:14:55'] as const;

it.each<[string, readonly (readonly [string, string])[], Partial<LongestWait>]>([
  [
    'the server before, though the clock of the one before it is fast',
    [
      submitted,
      ['from mail.corp.example (mail.corp.example [203.0.113.4]) by gw.corp.example (Postfix) with ESMTPS id D2', '08:18:00'],
      ['from gw.corp.example (gw.corp.example [203.0.113.5]) by mx.example.com (Postfix) with ESMTPS id D3', '08:15:18'],
      ['from mx.example.com (mx.example.com [203.0.113.30]) by store.example.com (Postfix) with ESMTPS id D4', '09:15:20'],
    ],
    { hop: 4, sinceHop: 3, host: 'mx.example.com', owner: 'recipient', waitedMs: 3_602_000 },
  ],
  [
    'the server before, where its clock or that of the next may be off by little',
    [
      submitted,
      ['from mail.corp.example (mail.corp.example [203.0.113.4]) by gw.corp.example (Postfix) with ESMTPS id D2', '08:35:10'],
      ['from gw.corp.example (gw.corp.example [203.0.113.5]) by mx.example.com (Postfix) with ESMTPS id D3', '08:35:00'],
      ['from mx.example.com (mx.example.com [203.0.113.30]) by store.example.com (Postfix) with ESMTPS id D4', '09:35:10'],
    ],
    { hop: 4, sinceHop: 3, host: 'mx.example.com', waitedMs: 3_600_000 },
  ],
  [
    'the machine that a program of it calls localhost',
    [
      submitted,
      [
        'from mail.corp.example ([127.0.0.1]) by localhost (mail.corp.example [127.0.0.1]) (amavisd-new, port 10024) with ESMTP id abc',
        '08:14:59',
      ],
      ['from mail.corp.example (mail.corp.example [203.0.113.4]) by mx.example.com (Postfix) with ESMTPS id D4', '09:15:20'],
    ],
    { hop: 3, sinceHop: 2, host: 'mail.corp.example' },
  ],
  [
    'the machine whose qmail names no server',
    [
      ['from unknown (HELO pc) (ann@corp.example@198.51.100.7) by relay.example.net with ESMTPA', '08:14:55'],
      ['(qmail 12345 invoked from network)', '08:14:56'],
      ['from relay.example.net (relay.example.net [203.0.113.2]) by mx.example.com (Postfix) with ESMTPS id D1', '12:14:58'],
    ],
    { hop: 3, sinceHop: 2, host: 'relay.example.net', owner: 'sender', waitedMs: 14_402_000 },
  ],
])('was at %s', (_, hops, expected) => {
  expect(findWait(hops)).toMatchObject(expected);
});
