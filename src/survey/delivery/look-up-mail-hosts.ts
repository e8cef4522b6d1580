/**
 * The hosts that an answer to an MX question sends mail to: its exchanges, or the domain itself where it has
 * none (RFC 5321 section 5.1). None for a null MX (RFC 7505), a failure, a name that does not exist.
 */
import { isConclusive, readAnswer } from '../../facts/answer.js';
import { type DomainName, rootName } from '../../model/domain-name.js';
import type { DnsEvidence } from '../../model/evidence.js';

/** In order of preference, each once. `domain`: where the mail is for, whatever alias of it was asked about. */
export function mailHostsOf(evidence: DnsEvidence, domain: DomainName): readonly DomainName[] {
  const answer = readAnswer(evidence);
  if (!isConclusive(answer) || answer.kind === 'nxdomain' || answer.kind === 'alias-loop') return [];
  if (answer.kind !== 'records') return [domain];
  const targets = answer.records.flatMap(({ data }) => (data.type === 'MX' && data.exchange !== rootName ? [data] : []));
  const ordered = targets.sort((a, b) => a.preference - b.preference || (a.exchange < b.exchange ? -1 : 1));
  return [...new Set(ordered.map(({ exchange }) => exchange))];
}
