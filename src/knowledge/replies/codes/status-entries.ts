/**
 * The entries that the registered enhanced status codes make: they decide where no text says more.
 */
import type { Code } from '../../../model/vocabulary.js';
import { defineEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';
import type { StatusCode } from './status-code.js';
import { statusCodes } from './status-codes.js';

function sketchStatus(status: StatusCode): readonly EntrySketch[] {
  const empty = status.code === 'reply.undisclosed';
  const weight = specificity[empty ? 'emptyStatus' : status.vague ? 'vagueStatus' : 'status'];
  const { detail, code, loginReplyCodes } = status;
  if (loginReplyCodes !== undefined) return sketchLoginStatus(detail, code, loginReplyCodes);
  if (status.temporaryCode === undefined) {
    return [
      {
        name: `x.${detail}`,
        code,
        enhanced: [`x.${detail}`],
        examples: empty ? [`599 5.${detail}`, `499 4.${detail}`] : [`550 5.${detail}`, `450 4.${detail}`],
        specificity: weight,
      },
    ];
  }
  return [
    {
      name: `5.${status.detail}`,
      code: status.code,
      enhanced: [`5.${status.detail}`],
      examples: [`550 5.${status.detail}`],
      specificity: weight,
    },
    {
      name: `4.${status.detail}`,
      code: status.temporaryCode,
      enhanced: [`4.${status.detail}`],
      examples: [`450 4.${status.detail}`],
      specificity: weight,
    },
  ];
}

function sketchLoginStatus(detail: string, code: Code, replyCodes: readonly number[]): readonly EntrySketch[] {
  const enhanced = [`x.${detail}`];
  return [
    {
      name: `x.${detail}-login`,
      code,
      enhanced,
      replyCodes,
      examples: replyCodes.map((reply) => `${reply} ${reply < 500 ? 4 : 5}.${detail}`),
    },
    { name: `x.${detail}`, code: 'server.policy', enhanced, examples: [`550 5.${detail} Rejected`], specificity: specificity.vagueStatus },
  ];
}

export const statusEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'status', source: 'IANA registry of SMTP enhanced status codes (RFC 3463, RFC 5248)', specificity: specificity.status },
  statusCodes.flatMap(sketchStatus),
);
