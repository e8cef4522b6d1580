import { describe, expect, it } from 'vitest';
import { findEnvelopeClues } from './envelope-clues.js';
import { readHeaders } from './read-headers.js';
import { type HeaderBlock, headerBlocks } from './testing/header-blocks.js';

/** "192.0.2.25 (received), mail.example.org (received), alice@example.org (return-path)" */
function describeClues(text: string): string {
  const reading = readHeaders(text);
  if (reading === null) throw new Error('no header');
  const { client, helo, sender } = findEnvelopeClues(reading);
  return [client, helo, sender]
    .map((clue) => (clue === null ? '-' : `${clue.value === '' ? '<>' : clue.value} (${clue.source})`))
    .join(', ');
}

describe('who gave it to the receiving side', () => {
  it.each<[HeaderBlock, string]>([
    ['postfix', '192.0.2.25 (received), mail.example.org (received), alice@example.org (authentication-results)'],
    ['exim', '2001:db8::25 (received), out.example.org (received), alice@example.org (received-spf)'],
    ['gmail', '192.0.2.25 (received), mail.example.org (received), alice@example.org (authentication-results)'],
    ['microsoft365', '192.0.2.25 (received), mail.example.org (received), example.org (authentication-results)'],
    ['contentFilter', '192.0.2.25 (received), mail.example.org (received), -'],
    ['bounce', '-, -, <> (return-path)'],
  ])('%s', (block, expected) => {
    expect(describeClues(headerBlocks[block])).toBe(expected);
  });

  const hop =
    'Received: from out.example.org (out.example.org [192.0.2.25]) by mx.example.net with ESMTP; Mon, 23 Nov 2026 10:00:00 +0000\n';
  it.each<[string, string, string]>([
    [
      'the whole of Return-Path goes before the domain alone',
      `Return-Path: <a@example.org>\nAuthentication-Results: mx.example.net; spf=pass smtp.mailfrom=example.org\n${hop}`,
      '192.0.2.25 (received), out.example.org (received), a@example.org (return-path)',
    ],
    [
      'another Return-Path does not',
      `Return-Path: <a@example.com>\nAuthentication-Results: mx.example.net; spf=pass smtp.mailfrom=example.org\n${hop}`,
      '192.0.2.25 (received), out.example.org (received), example.org (authentication-results)',
    ],
    [
      'Received-SPF of another client is of another hop',
      `Received-SPF: pass client-ip=198.51.100.1; envelope-from=<x@example.com>; helo=x\nReturn-Path: <a@example.org>\n${hop}`,
      '192.0.2.25 (received), out.example.org (received), a@example.org (return-path)',
    ],
    [
      'without a hop Received-SPF tells all',
      'Received-SPF: pass client-ip=198.51.100.1; envelope-from=<x@example.com>; helo=y.example\nFrom: a@example.org',
      '198.51.100.1 (received-spf), y.example (received-spf), x@example.com (received-spf)',
    ],
    ['what is no address is none', `Return-Path: <not an address>\n${hop}`, '192.0.2.25 (received), out.example.org (received), -'],
  ])('%s', (_, text, expected) => {
    expect(describeClues(text)).toBe(expected);
  });
});

describe('the domains of From', () => {
  it.each<[string, readonly string[]]>([
    ['Alice <alice@Example.ORG>', ['example.org']],
    ['alice@example.org', ['example.org']],
    ['"a@b.example" <alice@example.org>', ['example.org']],
    ['alice@example.org, bob@example.org', ['example.org']],
    ['alice@example.org, bob@example.com', ['example.org', 'example.com']],
    ['Alice (alice@example.com) <alice@example.org>', ['example.org']],
    ['nobody', []],
    ['', []],
  ])('%s', (from, domains) => {
    expect(readHeaders(`From: ${from}\nSubject: x`)?.message.fromDomains).toEqual(domains);
  });
});

describe('a signature’s domain and that of From', () => {
  it.each([
    ['example.org', 'same'],
    ['mail.example.org', 'related'],
    ['example.com', 'none'],
    ['badexample.org', 'none'],
  ])('%s: %s', (domain, alignment) => {
    const reading = readHeaders(`From: a@example.org\nDKIM-Signature: v=1; d=${domain}; s=x`);
    expect(reading?.signatures[0]?.alignment).toBe(alignment);
  });
  it('providers with several names are no kin to DMARC', () => {
    expect(readHeaders('From: a@outlook.com\nDKIM-Signature: v=1; d=x.onmicrosoft.com; s=x')?.signatures[0]?.alignment).toBe('none');
  });
});
