/**
 * Enhanced status codes about security and policy (RFC 3463 section 3.8, RFC 4954, 6710, 7293, 7372, 7505, 8617, 8689).
 */
import type { StatusCode } from './status-code.js';

const authentication = ['sender.spf', 'sender.dkim', 'sender.dmarc', 'sender.arc', 'sender.unauthenticated'];
const login = ['server.auth-required', 'sender.login-failed', 'sender.account-blocked', 'tls.'];

export const securityStatuses: readonly StatusCode[] = [
  { detail: '7.0', meaning: 'some matter of security or policy', code: 'server.policy', vague: true, alsoMeans: [] },
  { detail: '7.1', meaning: 'the sender may not send there', code: 'server.policy', vague: true, alsoMeans: [] },
  { detail: '7.2', meaning: 'the sender may not post to this list', code: 'recipient.restricted', vague: false, alsoMeans: ['recipient.'] },
  { detail: '7.3', meaning: 'a secure conversion is not possible', code: 'tls.required', vague: false, alsoMeans: ['tls.', 'message.'] },
  { detail: '7.4', meaning: 'a security feature is not supported', code: 'server.auth-required', vague: false, alsoMeans: [...login] },
  { detail: '7.5', meaning: 'a cryptographic failure', code: 'tls.handshake-failed', vague: false, alsoMeans: ['tls.', ...authentication] },
  {
    detail: '7.6',
    meaning: 'an algorithm that is not supported',
    code: 'tls.handshake-failed',
    vague: false,
    alsoMeans: ['tls.', ...authentication],
  },
  {
    detail: '7.7',
    meaning: 'the message was altered or damaged',
    code: 'message.malformed',
    vague: false,
    alsoMeans: ['message.', ...authentication, 'server.policy'],
  },
  { detail: '7.8', meaning: 'the login was refused', code: 'sender.login-failed', vague: false, alsoMeans: login },
  {
    detail: '7.9',
    meaning: 'the login method is too weak',
    code: 'sender.login-failed',
    vague: false,
    loginReplyCodes: [454, 504, 534, 535],
    alsoMeans: [...login, 'server.policy', ...authentication],
  },
  {
    detail: '7.10',
    meaning: 'encryption is needed first',
    code: 'tls.required',
    vague: false,
    alsoMeans: ['tls.', 'server.auth-required'],
  },
  { detail: '7.11', meaning: 'this login method needs encryption', code: 'tls.required', vague: false, alsoMeans: ['tls.', ...login] },
  { detail: '7.12', meaning: 'the password must be moved to a new method', code: 'sender.login-failed', vague: false, alsoMeans: login },
  {
    detail: '7.13',
    meaning: 'the account that logged in is disabled',
    code: 'sender.account-blocked',
    vague: false,
    alsoMeans: [...login, 'recipient.disabled'],
  },
  { detail: '7.14', meaning: 'trust with a third server is needed', code: 'sender.login-failed', vague: false, alsoMeans: login },
  { detail: '7.15', meaning: 'the priority is too low for now', code: 'server.busy', vague: false, alsoMeans: ['server.'] },
  { detail: '7.16', meaning: 'too large for this priority', code: 'message.too-large', vague: false, alsoMeans: [] },
  {
    detail: '7.17',
    meaning: 'the mailbox has a new owner since the given date',
    code: 'recipient.moved',
    vague: false,
    alsoMeans: ['recipient.'],
  },
  {
    detail: '7.18',
    meaning: 'the domain has a new owner since the given date',
    code: 'recipient.moved',
    vague: false,
    alsoMeans: ['recipient.', 'domain.'],
  },
  { detail: '7.19', meaning: 'the test of the owner is not possible', code: 'server.policy', vague: false, alsoMeans: ['recipient.'] },
  { detail: '7.20', meaning: 'no DKIM signature passed', code: 'sender.dkim-failed', vague: false, alsoMeans: authentication },
  { detail: '7.21', meaning: 'no acceptable DKIM signature', code: 'sender.dkim-failed', vague: false, alsoMeans: authentication },
  {
    detail: '7.22',
    meaning: "no DKIM signature of the author's domain",
    code: 'sender.dkim-failed',
    vague: false,
    alsoMeans: authentication,
  },
  { detail: '7.23', meaning: 'SPF failed', code: 'sender.spf-failed', vague: false, alsoMeans: authentication },
  { detail: '7.24', meaning: 'SPF could not be evaluated', code: 'sender.spf-failed', vague: false, alsoMeans: authentication },
  {
    detail: '7.25',
    meaning: 'the check of the reverse name failed',
    code: 'sender.no-reverse-dns',
    vague: false,
    alsoMeans: ['hello.rejected', 'sender.blocked'],
  },
  {
    detail: '7.26',
    meaning: 'several checks of authentication failed',
    code: 'sender.unauthenticated',
    vague: false,
    alsoMeans: authentication,
  },
  {
    detail: '7.27',
    meaning: "the sender's domain has a null MX",
    code: 'sender.null-mx',
    vague: false,
    alsoMeans: ['sender.domain-not-found', 'sender.rejected'],
  },
  {
    detail: '7.28',
    meaning: 'a flood of mail',
    code: 'sender.rate-limited',
    vague: false,
    alsoMeans: ['sender.too-many', 'sender.blocked', 'sender.reputation-low', 'recipient.mailbox-busy'],
  },
  { detail: '7.29', meaning: 'ARC failed', code: 'sender.arc-failed', vague: false, alsoMeans: authentication },
  { detail: '7.30', meaning: 'REQUIRETLS cannot be honoured onward', code: 'tls.required', vague: false, alsoMeans: ['tls.'] },
];
