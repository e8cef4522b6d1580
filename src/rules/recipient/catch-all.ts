/**
 * The server accepts every local part, so that its acceptance proves nothing about a mailbox.
 *
 * Judged only where a control recipient was asked for: a live conversation asks for nobody but the real recipient, the
 * postmaster, and such a made-up name at the same domain. No trace asks for one by itself, since providers punish
 * unknown recipients; without one the rule is not applicable.
 */
import { recipientsBesides } from '../../facts/postmaster-replies.js';
import { tracedFile } from '../../facts/traced-file.js';
import type { SmtpEvidence } from '../../model/evidence.js';
import type { Fact } from '../../model/fact.js';
import { concludeFindings, defineRule } from '../../model/rule.js';
import { mailDomainName } from '../../model/trace-options.js';

interface ControlReply {
  readonly smtp: SmtpEvidence;
  readonly localPart: string;
  readonly accepted: boolean;
}

const controlReplies: Fact<readonly ControlReply[]> = {
  name: 'control-replies',
  derive({ list, file: { target } }) {
    if (target.kind === 'malformed') return [];
    const domain = mailDomainName(target.domain);
    return list('smtp').flatMap((smtp) => (smtp.origin === 'live' ? controlsOf(smtp, domain) : []));
  },
};

function controlsOf(smtp: SmtpEvidence, domain: string): readonly ControlReply[] {
  return recipientsBesides(smtp)
    .filter((asked) => asked.domain?.toLowerCase() === domain && asked.localPart.toLowerCase() !== 'postmaster')
    .map(({ localPart, reply }) => ({ smtp, localPart, accepted: reply.code < 300 }));
}

export default defineRule({
  id: 'recipient/catch-all',
  needs: { controls: controlReplies, file: tracedFile },
  says: {
    'recipient.catch-all': {
      description: 'The server accepts every local part, so acceptance proves nothing about a mailbox.',
      variants: {
        accepts: {
          title: 'Any recipient at {domain} is accepted by {server}, so acceptance proves nothing about the mailbox.',
          explanation:
            'A made-up address, {control}, was accepted as well. Either the domain collects mail for all names in one place, or the server accepts first and bounces later. Whether the mailbox exists shows only after the message was sent.',
          severity: 'notice',
          responsible: 'recipient-mail',
          remedy: [],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 5321 section 3.3', 'RFC 5321 section 6.1'],
      explains: [],
    },
  },
  evaluate({ controls, file }) {
    if (controls.length === 0) return { result: 'not-applicable', reason: 'no made-up recipient was asked for' };
    const domain = file.target.kind === 'malformed' ? file.target.input : mailDomainName(file.target.domain);
    return concludeFindings(
      controls
        .filter(({ accepted }) => accepted)
        .map(({ smtp, localPart }) => ({
          code: 'recipient.catch-all',
          says: 'accepts',
          subject: { kind: 'host', name: smtp.address, within: [...new Set([domain, ...(smtp.exchange === null ? [] : [smtp.exchange])])] },
          confidence: 'certain',
          arguments: {
            domain,
            server: smtp.exchange === null ? `[${smtp.address}]` : `${smtp.exchange} [${smtp.address}]`,
            control: `${localPart}@${domain}`,
          },
          evidence: [smtp.id],
        })),
    );
  },
});
