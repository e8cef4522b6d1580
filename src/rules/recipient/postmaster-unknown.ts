/**
 * The postmaster address, which every domain that takes mail must have, is refused (RFC 5321 section 4.5.1).
 *
 * Judged from the RCPT for postmaster behind the one for the real recipient. Where the real recipient was refused
 * for what the client is or does, the refusal of the postmaster says nothing and is not counted.
 */
import { type PostmasterReply, postmasterReplies } from '../../facts/postmaster-replies.js';
import { type SpokenReply, spokenReplies } from '../../facts/spoken-replies.js';
import { tracedFile } from '../../facts/traced-file.js';
import { concludeFindings, defineRule, type RuleFinding } from '../../model/rule.js';
import { mailDomainName } from '../../model/trace-options.js';

export default defineRule({
  id: 'recipient/postmaster-unknown',
  needs: { asked: postmasterReplies, replies: spokenReplies, file: tracedFile },
  says: {
    'recipient.postmaster-unknown': {
      description: 'The postmaster address, which must exist, is refused.',
      variants: {
        refused: {
          title: 'The address postmaster@{domain}, which must exist, is refused by {server}.',
          explanation:
            'Whoever takes mail for a domain must take it for its postmaster, so that faults can be reported. The reply: {reply}. Mail to others passes all the same, but some servers and blocklists hold a missing postmaster against the domain.',
          severity: 'warning',
          responsible: 'recipient-mail',
          remedy: [
            'Let postmaster@{domain} lead to somebody who reads it (Postfix, Exim, Sendmail: postmaster in /etc/aliases, then newaliases; for a virtual domain an entry of its own).',
            'Exchange and Microsoft 365: give a mailbox or group the alias postmaster@{domain}. Google Workspace: postmaster is reserved; read it in a group of that name.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5321 section 4.5.1', 'RFC 2142 section 5'],
      explains: [],
    },
  },
  evaluate({ asked, replies, file }) {
    if (asked.length === 0) return { result: 'not-applicable', reason: 'the postmaster was not asked for' };
    const telling = asked.filter(({ smtp }) => !replies.some((reply) => reply.evidence === smtp.id && !isAboutRecipient(reply)));
    if (telling.length === 0) return { result: 'could-not-tell', reason: 'the server refuses every recipient from here' };
    const domain = file.target.kind === 'malformed' ? file.target.input : mailDomainName(file.target.domain);
    return concludeFindings(telling.filter(({ reply }) => reply.code >= 500).map((refused) => describe(refused, domain)));
  },
});

function isAboutRecipient({ meaning: { code } }: SpokenReply): boolean {
  return code === null || code.startsWith('recipient.');
}

function describe({ smtp, reply }: PostmasterReply, domain: string): RuleFinding {
  return {
    code: 'recipient.postmaster-unknown',
    says: 'refused',
    subject: { kind: 'host', name: smtp.address, within: [...new Set([domain, ...(smtp.exchange === null ? [] : [smtp.exchange])])] },
    confidence: 'certain',
    arguments: {
      domain,
      server: smtp.exchange === null ? `[${smtp.address}]` : `${smtp.exchange} [${smtp.address}]`,
      reply: reply.lines[0]?.text ?? null,
    },
    evidence: [smtp.id],
  };
}
