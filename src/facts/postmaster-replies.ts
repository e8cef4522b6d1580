/**
 * What servers answered when they were asked for the postmaster besides the real recipient (`--postmaster`).
 *
 * RCPT behind the first one of a conversation, for the local part postmaster in any case, with or without a domain
 * (RFC 5321 section 4.5.1). Where the postmaster is the real recipient there is none.
 */
import type { SmtpEvidence } from '../model/evidence.js';
import type { Fact } from '../model/fact.js';
import type { Reply } from '../model/reply.js';

export interface PostmasterReply {
  readonly smtp: SmtpEvidence;
  readonly reply: Reply;
}

export const postmasterReplies: Fact<readonly PostmasterReply[]> = {
  name: 'postmaster-replies',
  derive: (view) =>
    view.list('smtp').flatMap((smtp) =>
      recipientsBesides(smtp)
        .filter(({ localPart }) => localPart.toLowerCase() === 'postmaster')
        .map(({ reply }) => ({ smtp, reply })),
    ),
};

export interface RecipientBesides {
  readonly localPart: string;
  /** Null for RCPT TO:<postmaster>. */
  readonly domain: string | null;
  readonly reply: Reply;
}

/** The recipients that were asked for behind the first, with their replies. */
export function recipientsBesides({ exchanges }: SmtpEvidence): readonly RecipientBesides[] {
  const asked = exchanges.filter(({ stage }) => stage === 'rcpt').slice(1);
  return asked.flatMap(({ command, reply }) => {
    const path = /^RCPT TO:<([^>]+)>/i.exec(command ?? '')?.[1];
    if (path === undefined || reply === null) return [];
    const at = path.lastIndexOf('@');
    return [at < 0 ? { localPart: path, domain: null, reply } : { localPart: path.slice(0, at), domain: path.slice(at + 1), reply }];
  });
}
