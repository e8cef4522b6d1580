/**
 * Signs zones with BIND's own tools.
 */
import { formatZone, type Zone } from './dns-zone.js';
import type { Host } from './host.js';
import { assertSucceeded } from './process.js';

export interface SignedZone {
  readonly origin: string;
  /** The master file with DNSKEY, RRSIG, NSEC (or NSEC3). */
  readonly text: string;
  /** DS records, absolute owner, for the parent. */
  readonly ds: readonly string[];
  /** The DNSKEY record, for a trust anchor. */
  readonly key: string;
}

/** Signs on a machine that has BIND's tools, with one new key of algorithm 13 (RFC 6605). */
export async function signZone(host: Host, zone: Zone, denial: 'nsec' | 'nsec3' = 'nsec'): Promise<SignedZone> {
  const folder = `/var/lib/sign/${zone.origin}`;
  const nsec3 = denial === 'nsec3' ? '-3 - -H 0' : '';
  host.write(`${folder}/zone`, formatZone(zone));
  const script = [
    `set -e; cd ${folder}`,
    `key=$(dnssec-keygen -q -a ECDSAP256SHA256 -f KSK ${zone.origin})`,
    `dnssec-signzone -q -z -S ${nsec3} -o ${zone.origin} -f signed zone >&2`,
    'dnssec-dsfromkey -2 "$key"; grep -v "^;" "$key.key"',
  ].join('\n');
  const lines = assertSucceeded(`signing ${zone.origin}`, await host.run(script))
    .split('\n')
    .filter((line) => line !== '');
  return { origin: zone.origin, text: host.read(`${folder}/signed`), ds: lines.filter(isDs), key: lines.find(isKey) ?? '' };
}

/** The same zone with one octet of a record changed behind its signature's back. */
export function breakSignature(signed: SignedZone, from: string, to: string): SignedZone {
  if (!signed.text.includes(from)) throw new Error(`${signed.origin} does not hold ${from}`);
  return { ...signed, text: signed.text.replaceAll(from, to) };
}

function isDs(line: string): boolean {
  return / DS /.test(line);
}

function isKey(line: string): boolean {
  return / DNSKEY /.test(line);
}
