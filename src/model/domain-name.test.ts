import { describe, expect, it } from 'vitest';
import {
  assertDomainName,
  domainNameFromLabels,
  domainNameLabels,
  isHostName,
  isWithin,
  parentName,
  parseDomainName,
  rootName,
} from './domain-name.js';

describe('parseDomainName', () => {
  it.each([
    ['Example.COM', 'example.com', 'lower case'],
    ['example.com.', 'example.com', 'no final dot'],
    ['.', '.', 'the root'],
    ['_25._tcp.mx.example', '_25._tcp.mx.example', 'underscores stay'],
    ['a\\046b.example', 'a\\046b.example', 'a dot inside a label'],
    ['a\\.b.example', 'a\\046b.example', 'the same, escaped by itself'],
    ['\\097.example', 'a.example', 'an escape of a plain letter is that letter'],
  ])('%s becomes %s: %s', (text, name) => expect(parseDomainName(text)).toBe(name));

  it.each([
    ['', 'nothing'],
    ['..', 'an empty label'],
    ['a..b', 'an empty label inside'],
    ['.a', 'an empty first label'],
    ['a b', 'a space'],
    ['é.example', 'not ASCII'],
    ['\\999.example', 'no octet'],
    ['a\\', 'an escape of nothing'],
    [`${'a'.repeat(64)}.example`, 'a label of 64 octets'],
    [Array(5).fill('a'.repeat(60)).join('.'), 'over 255 octets'],
  ])('%s is no name: %s', (text) => expect(parseDomainName(text)).toBeNull());

  it('survives the way to labels and back', () => {
    const name = assertDomainName('a\\.b.x\\000y.example');
    expect(domainNameFromLabels(domainNameLabels(name))).toBe(name);
  });
});

describe('relations', () => {
  it('knows what lies within what', () => {
    expect(isWithin(assertDomainName('mx.example.com'), assertDomainName('example.com'))).toBe(true);
    expect(isWithin(assertDomainName('badexample.com'), assertDomainName('example.com'))).toBe(false);
    expect(isWithin(assertDomainName('com'), rootName)).toBe(true);
    expect(parentName(assertDomainName('example.com'))).toBe('com');
    expect(parentName(assertDomainName('com'))).toBe(rootName);
    expect(parentName(rootName)).toBeNull();
  });

  it('knows a host name', () => {
    expect(isHostName(assertDomainName('mx-1.example'))).toBe(true);
    expect(isHostName(assertDomainName('-mx.example'))).toBe(false);
    expect(isHostName(assertDomainName('_dmarc.example'))).toBe(false);
  });
});
