import { describe, expect, it } from 'vitest';
import { isCertificateFor } from './certificate-name.js';
import { findFullHostName } from './full-host-name.js';
import { parseServer } from './node-host.js';

describe('isCertificateFor', () => {
  it.each([
    [['mx.example.com'], 'mx.example.com', true, 'the same name'],
    [['MX.example.com'], 'mx.Example.com.', true, 'case and final dot do not count'],
    [['*.example.com'], 'mx.example.com', true, 'a wildcard for one label'],
    [['*.example.com'], 'a.mx.example.com', false, 'not for two'],
    [['*.example.com'], 'example.com', false, 'not for none'],
    [['*.com'], 'example.com', false, 'not right below the top'],
    [['m*.example.com'], 'mx.example.com', false, 'not within a label'],
    [['mx.*.com'], 'mx.example.com', false, 'not in the middle'],
    [['*'], 'com', false, 'not alone'],
    [['other.example', 'mx.example.com'], 'mx.example.com', true, 'any of the names'],
    [[], 'mx.example.com', false, 'no names'],
  ])('%j for %s: %s, %s', (names, host, expected, _) => expect(isCertificateFor(names, host)).toBe(expected));
});

describe('findFullHostName', () => {
  const sources = { hostName: 'mail', hostNameFile: '', hostsFile: '' };
  it.each([
    ['the kernel knows the full name', { ...sources, hostName: 'Mail.Example.com' }, 'mail.example.com'],
    ['the file has it', { ...sources, hostNameFile: '# name\nmail.example.com\n' }, 'mail.example.com'],
    [
      'the canonical name of the short one',
      { ...sources, hostsFile: '127.0.0.1 localhost\n127.0.1.1 mail.example.com mail # x' },
      'mail.example.com',
    ],
    ['the canonical name is short', { ...sources, hostsFile: '127.0.1.1 mail mail.example.com' }, null],
    ['another host of the file', { ...sources, hostsFile: '192.0.2.1 other.example.com other' }, null],
    ['localhost.localdomain is no name', { ...sources, hostName: 'localhost.localdomain' }, null],
    ['a name that is no host name', { ...sources, hostName: 'my_mac.example.com' }, null],
    ['nothing at all', { ...sources, hostName: '' }, null],
  ])('%s', (_, given, expected) => expect(findFullHostName(given)).toBe(expected));
});

describe('parseServer', () => {
  it.each([
    ['192.0.2.53', { address: '192.0.2.53', port: 53 }],
    ['192.0.2.53:5353', { address: '192.0.2.53', port: 5353 }],
    ['2001:db8::53', { address: '2001:db8::53', port: 53 }],
    ['[2001:db8::53]:5353', { address: '2001:db8::53', port: 5353 }],
    ['fe80::1%eth0', null],
  ])('%s', (text, expected) => expect(parseServer(text)).toEqual(expected));
});
