/**
 * A small DNS for tests of procedures: names with their records in words, and who was asked for what.
 */
import type { DnsQuestion, DnsRecord, DnsServer } from '../../model/dns.js';
import { assertDomainName } from '../../model/domain-name.js';
import type { DnsEvidence } from '../../model/evidence.js';
import { assertIpAddress } from '../../model/ip-address.js';
import { formatCharacterString } from '../../parse/dns/character-strings.js';
import { textOctets } from '../../parse/octet-text.js';
import type { Procedure, Step, StepEvidence } from '../procedure.js';
import { dnsEvidence } from './dns-evidence.js';

/** Name → `A 192.0.2.1`, `MX 10 mx.example.com`, `TXT v=spf1 -all`; `SERVFAIL` and `timeout` as all there is. Names that are not in it do not exist. */
export type DnsTable = Readonly<Record<string, readonly string[]>>;

export const tableServer: DnsServer = { role: 'resolver', address: assertIpAddress('192.0.2.53'), port: 53, name: null, zone: null };

export interface Ran<Value> {
  readonly value: Value;
  /** `TXT example.com`, in order. */
  readonly asked: readonly string[];
}

/** Answers the procedure from the table until it ends. */
export function runOverTable<Value>(procedure: Procedure<Value>, table: DnsTable): Ran<Value> {
  const asked: string[] = [];
  const known = new Map<string, DnsEvidence>();
  const ask = (question: DnsQuestion): DnsEvidence => {
    const id = `${question.type} ${question.name}`;
    if (!known.has(id)) asked.push(id);
    const evidence = known.get(id) ?? answer(question, table);
    known.set(id, evidence);
    return evidence;
  };
  const take = (step: Step): StepEvidence => {
    if (step.mode !== 'beside') return step.questions.map(ask);
    for (const each of step.procedures) drive(each);
    return [];
  };
  const drive = <Result>(each: Procedure<Result>): Result => {
    let state = each.next();
    while (!state.done) state = each.next(take(state.value));
    return state.value;
  };
  return { value: drive(procedure), asked };
}

function answer({ name, type }: DnsQuestion, table: DnsTable): DnsEvidence {
  const lines = table[name];
  const words = { ask: `${name} ${type}`, at: '192.0.2.53' };
  if (lines === undefined) return dnsEvidence({ ...words, rcode: 'NXDOMAIN' });
  if (lines.includes('timeout')) return dnsEvidence({ ...words, failure: 'timeout' });
  if (lines.includes('SERVFAIL')) return dnsEvidence({ ...words, rcode: 'SERVFAIL' });
  const evidence = dnsEvidence(words);
  if (evidence.outcome.state !== 'answered') return evidence;
  const records = lines.filter((line) => line.split(' ')[0] === type).map((line) => readRecord(name, line));
  return { ...evidence, outcome: { state: 'answered', response: { ...evidence.outcome.response, answer: records } } };
}

function readRecord(name: string, line: string): DnsRecord {
  const [type = '', first = '', second = ''] = line.split(' ');
  const owner = assertDomainName(name);
  const frame = { owner, type, ttlSeconds: 300 };
  if (type === 'TXT') return { ...frame, data: { type, strings: readStrings(line.slice(4)) } };
  if (type === 'MX') return { ...frame, data: { type, preference: Number(first), exchange: assertDomainName(second) } };
  if (type === 'PTR') return { ...frame, data: { type, target: assertDomainName(first) } };
  if (type === 'A' || type === 'AAAA') return { ...frame, data: { type, address: assertIpAddress(first) } };
  throw new Error(`no such record in tests: ${type}`);
}

/** A character for each octet; a long text as several strings, as everybody publishes it. */
function readStrings(text: string): readonly string[] {
  return (text.match(/.{1,255}/gs) ?? ['']).map((part) => formatCharacterString(textOctets(part)));
}
