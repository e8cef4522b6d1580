/**
 * STARTTLS is offered and the handshake fails: with every protocol, or only with those that are still safe.
 *
 * Senders differ: Exim goes on in plain text at once, Postfix after the message is five minutes old, Sendmail
 * keeps it until it expires (TLSFallbacktoClear off). One plain connection showed what lies behind.
 */
import { hostArguments } from '../../facts/host-arguments.js';
import { concludeSmtp, type HostResult, hostResults } from '../../facts/host-results.js';
import { type SpokenReply, spokenReplies } from '../../facts/spoken-replies.js';
import { concludeFindings, defineRule, type RuleFinding } from '../../model/rule.js';

const senders =
  'Exim goes on in plain text at once, Postfix once the message is 5 minutes old, Sendmail keeps it until it bounces. Behind it, in plain text: {behind}.';
const common = { severity: 'error', responsible: 'recipient-mail', waitingHelps: 'no' } as const;

export default defineRule({
  id: 'tls/handshake-failed',
  needs: { hosts: hostResults, replies: spokenReplies },
  says: {
    'tls.handshake-failed': {
      description: 'STARTTLS is offered, and the TLS handshake fails.',
      variants: {
        failed: {
          ...common,
          title: '{exchange} [{address}] offers TLS, and the handshake fails.',
          explanation: `What failed: {detail}. Old protocols did not help either. ${senders}`,
          remedy: [
            'At the recipient: look at the certificate, key and protocols of {exchange} (openssl s_client -starttls smtp -connect {address}:25).',
            'Until then: switch STARTTLS off there, so that mail comes in plain text rather than late.',
          ],
        },
        refused: {
          ...common,
          severity: 'warning',
          title: '{exchange} [{address}] offers TLS and then refuses it.',
          explanation:
            'The server announces STARTTLS, and answers the command with "{detail}". Often its certificate or key cannot be read. Senders go on in plain text or try elsewhere.',
          remedy: [
            'At the recipient: look in the log of {exchange} for what TLS lacks (certificate, key, permissions), and reload the mail server.',
          ],
        },
      },
      references: ['RFC 3207 section 4.1', 'RFC 7435 section 3'],
      explains: [{ code: 'tls.required', scope: 'same' }],
    },
    'tls.weak': {
      description: 'TLS works only with protocols or keys that many refuse.',
      variants: {
        'old-protocol': {
          ...common,
          title: '{exchange} [{address}] speaks TLS only in old versions or with weak keys ({protocol}).',
          explanation: `Senders that keep to today's minimum fail: {detail}. ${senders}`,
          remedy: ['At the recipient: allow TLS 1.2 and 1.3 and use a key of 2048 bits RSA or a P-256 curve at least.'],
        },
        established: {
          ...common,
          severity: 'warning',
          title: '{exchange} [{address}] uses {protocol} with a {key} key, which many refuse.',
          explanation: 'It works from here; senders with stricter settings fail or fall back to plain text.',
          remedy: ['At the recipient: allow TLS 1.2 and 1.3 and use a key of 2048 bits RSA or a P-256 curve at least.'],
        },
      },
      references: ['RFC 8996', 'RFC 9325 section 3.1'],
      explains: [{ code: 'tls.required', scope: 'same' }],
    },
  },
  evaluate({ hosts, replies }) {
    const failed = hosts.filter(({ event }) => event === 'tls-failed');
    const established = hosts.filter(({ tls }) => tls?.outcome.state === 'established');
    const refused = hosts.filter((host) => refusalOf(host) !== null);
    if (failed.length + established.length + refused.length === 0)
      return { result: 'not-applicable', reason: 'no TLS handshake was tried' };
    return concludeFindings([
      ...failed.map((host) => describeFailure(host, replies)),
      ...refused.map(describeRefusal),
      ...established.filter(isWeak).map(describeWeakness),
    ]);
  },
});

/** The reply that refuses STARTTLS, null where it is taken or was not sent. */
function refusalOf({ smtp }: HostResult): string | null {
  const reply = smtp?.exchanges.find(({ stage }) => stage === 'starttls')?.reply ?? null;
  return reply !== null && reply.code >= 400 ? (reply.lines[0]?.text ?? '') : null;
}

function describeRefusal(host: HostResult): RuleFinding {
  return {
    code: 'tls.handshake-failed',
    says: 'refused',
    subject: host.subject,
    confidence: 'certain',
    arguments: { ...hostArguments(host), detail: refusalOf(host) },
    evidence: host.evidence,
  };
}

/** An error only where plain text does not get past it: what is refused there for another reason is not its doing. */
function describeFailure(host: HostResult, replies: readonly SpokenReply[]): RuleFinding {
  const old = host.oldTls?.outcome.state === 'established' ? host.oldTls.outcome : null;
  const behind = host.plain === null ? null : concludeSmtp(host.plain);
  const wantsTls = replies.some(({ evidence, meaning }) => evidence === host.plain?.id && meaning.code === 'tls.required');
  const passes = behind !== null && behind.stage !== 'connect' && behind.result !== 'broken-off' && !wantsTls;
  const detail = host.tls?.outcome.state === 'failed' ? host.tls.outcome.detail : 'the handshake did not end';
  return {
    code: old === null ? 'tls.handshake-failed' : 'tls.weak',
    says: old === null ? 'failed' : 'old-protocol',
    subject: host.subject,
    confidence: 'likely',
    ...(passes ? { severity: 'warning' } : {}),
    arguments: {
      ...hostArguments(host),
      detail,
      protocol: old?.protocol ?? null,
      behind: behind?.decisive?.reply?.lines[0]?.text ?? (behind?.result === 'looked-at' ? 'it speaks SMTP' : 'no answer'),
    },
    evidence: host.evidence,
  };
}

/** TLS before 1.2 (RFC 8996), RSA keys below 2048 bits (RFC 9325 section 4.3). */
function isWeak({ tls }: HostResult): boolean {
  if (tls?.outcome.state !== 'established') return false;
  const leaf = tls.outcome.chain[0];
  const shortKey = leaf !== undefined && /rsa/i.test(leaf.keyType) && leaf.keyBits !== null && leaf.keyBits < 2048;
  return /^TLSv1(\.1)?$/.test(tls.outcome.protocol) || shortKey;
}

function describeWeakness(host: HostResult) {
  const outcome = host.tls?.outcome.state === 'established' ? host.tls.outcome : null;
  const leaf = outcome?.chain[0];
  return {
    code: 'tls.weak' as const,
    says: 'established',
    subject: host.subject,
    confidence: 'certain' as const,
    arguments: {
      ...hostArguments(host),
      protocol: outcome?.protocol ?? null,
      key: leaf === undefined ? 'unknown' : `${leaf.keyBits ?? ''} bit ${leaf.keyType}`.trim(),
    },
    evidence: host.evidence,
  };
}
