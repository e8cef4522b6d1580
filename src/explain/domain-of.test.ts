import { expect, it } from 'vitest';
import { domainOf } from './domain-of.js';

it.each([
  ['bob@Example.com', 'example.com'],
  ['Bob <bob@example.com>', 'example.com'],
  ['"a@b"@example.com', 'example.com'],
  ['<bob@example.com>: x', 'example.com'],
  ['bob@example.com (Bob)', 'example.com'],
  ['bob', null],
  ['bob@', null],
  ['bob@ example.com', null],
  ['', null],
  [null, null],
])('of %j: %j', (address, domain) => expect(domainOf(address)).toBe(domain));
