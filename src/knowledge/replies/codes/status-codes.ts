/**
 * Every enhanced status code of the IANA registry (81, RFC 5248), what it means where nothing better is known,
 * and what a text beside it may say without contradicting it.
 */
import type { StatusCode } from './status-code.js';
import { addressingStatuses, mailboxStatuses, systemStatuses } from './status-delivery.js';
import { securityStatuses } from './status-security.js';
import { contentStatuses, networkStatuses, protocolStatuses } from './status-transfer.js';

export const statusCodes: readonly StatusCode[] = [
  { detail: '0.0', meaning: 'nothing known beyond the class', code: 'reply.undisclosed', vague: true, alsoMeans: [] },
  ...addressingStatuses,
  ...mailboxStatuses,
  ...systemStatuses,
  ...networkStatuses,
  ...protocolStatuses,
  ...contentStatuses,
  ...securityStatuses,
];

const byDetail = new Map(statusCodes.map((status) => [status.detail, status]));

/** The registered meaning of `5.1.1`; null for a code that is not registered. */
export function statusCodeOf(status: string): StatusCode | null {
  return byDetail.get(status.slice(2)) ?? null;
}
