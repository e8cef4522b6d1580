/**
 * An answer in a few words, the same for the same content: what tables show and comparisons compare.
 */
import type { DnsRecord } from '../model/dns.js';
import type { Answer, AnswerKind } from './answer.js';

const words: Readonly<Record<Exclude<AnswerKind, 'records' | 'no-data' | 'alias-only' | 'other-rcode'>, string>> = {
  nxdomain: 'no such name',
  servfail: 'SERVFAIL',
  refused: 'REFUSED',
  referral: 'a referral elsewhere',
  'alias-loop': 'an alias loop',
  timeout: 'no answer',
  unreachable: 'unreachable',
  malformed: 'nothing readable',
  skipped: 'not asked',
};

/** `10 mx1.example.com, 20 mx2.example.com`; `no MX record`; `no such name`; `SERVFAIL`; `no answer`. Records are sorted. */
export function describeAnswer(answer: Answer, type: string): string {
  switch (answer.kind) {
    case 'records':
      return sortedRecords(answer.records).join(', ');
    case 'no-data':
      return `no ${type} record`;
    case 'alias-only':
      return `an alias of ${answer.aliases.at(-1) ?? 'nothing'}`;
    case 'other-rcode':
      return answer.rcode ?? 'an unknown rcode';
    default:
      return words[answer.kind];
  }
}

/** MX by preference, the rest as text; each once. */
function sortedRecords(records: readonly DnsRecord[]): readonly string[] {
  const rows = records.map(({ data }) => ({ rank: data.type === 'MX' ? data.preference : 0, text: describeData(data) }));
  rows.sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : 1));
  return [...new Set(rows.map(({ text }) => text))];
}

function describeData(data: DnsRecord['data']): string {
  switch (data.type) {
    case 'MX':
      return `${data.preference} ${data.exchange}`;
    case 'A':
    case 'AAAA':
      return data.address;
    case 'NS':
    case 'CNAME':
    case 'PTR':
    case 'DNAME':
      return data.target;
    case 'SOA':
      return `${data.primary} ${data.serial}`;
    case 'TXT':
      return data.strings.join('');
    case 'other':
      return data.rdataBase64;
  }
}
