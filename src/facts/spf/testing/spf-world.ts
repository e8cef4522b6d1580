/**
 * SPF over a small DNS in words, for tests: who comes, and what it came to in a line.
 */
import { expect, it } from 'vitest';
import { assertIpAddress } from '../../../model/ip-address.js';
import type { SpfCheck } from '../../../model/spf-check.js';
import { type DnsTable, runOverTable, tableServer } from '../../testing/dns-table.js';
import { evaluateSpf } from '../spf-procedure.js';

export interface Caller {
  readonly client?: string;
  readonly helo?: string;
  readonly sender?: string;
}

/** The evaluation for bob@example.com from 192.0.2.1, unless something else is said. */
export function checkSpf(
  table: DnsTable,
  { client = '192.0.2.1', helo = 'mail.example.com', sender = 'bob@example.com' }: Caller = {},
): {
  readonly check: SpfCheck;
  readonly asked: readonly string[];
} {
  const subject = { client: assertIpAddress(client), helo, sender };
  const request = { subject, servers: [tableServer], receiver: 'mx.example.net', nowSeconds: 1_700_000_000 };
  const { value, asked } = runOverTable(evaluateSpf(request), table);
  return { check: value, asked };
}

export type Row = [world: string, table: DnsTable, expected: string, caller?: Caller];

/** SPF records of these terms, for a table. */
export const spf = (...terms: readonly string[]): readonly string[] => terms.map((term) => `TXT v=spf1 ${term}`);

/** "pass by ip4:192.0.2.0/24 of example.com" */
export function describeEnd(table: DnsTable, caller?: Caller): string {
  const { result, decidedBy } = checkSpf(table, caller).check;
  return decidedBy === null ? result : `${result} by ${decidedBy.term} of ${decidedBy.domain}`;
}

/** A test for each row: how the evaluation ends. */
export function itEnds(rows: readonly Row[]): void {
  it.each<Row>([...rows])('%s', (_, table, expected, caller) => {
    expect(describeEnd(table, caller)).toBe(expected);
  });
}
