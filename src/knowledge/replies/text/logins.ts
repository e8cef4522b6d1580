/**
 * What servers say of logging in and of encryption: demanded, failed, too weak.
 */
import { defineEntries, type ReplyEntry, specificity } from '../reply-entry.js';

export const loginEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'text', source: 'RFC 4954, RFC 3207', specificity: specificity.productPhrase },
  [
    {
      name: 'login-required',
      code: 'server.auth-required',
      source: 'Postfix: submission; Exchange: RESOLVER.RST.AuthRequired; Sendmail: "Authentication required"',
      phrases: [
        '(authentication|authorization|smtp authentication|smtp auth|auth) (is |)(required|needed|necessary|must)',
        'must (first |)(authenticate|login|log in)',
        'authenticate first',
        'must issue (a |an |)auth',
        'please (authenticate|log in|login|turn on smtp authentication)',
        'requires (smtp |)(authentication|auth)',
        'client (was |is |)not authenticated',
        'not logged in',
        'need (to |)(authenticate|login|log in|authentication)',
        'log in first',
        'authentication required for relay',
        'send auth command first',
        '(anonymous|unauthenticated) (clients|client|access|submission|smtp|connections) (not|is not|are not|denied)',
        'check mail before sending',
        'pop before smtp',
      ],
      examples: [
        '530 5.7.0 Authentication required',
        '550-Please turn on SMTP Authentication in your mail client.',
        '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
        '503 5.5.4 Bad sequence: must authenticate first',
      ],
    },
    {
      // Above the plain refusal to relay: it would, for those who log in.
      name: 'relay-without-login',
      code: 'server.auth-required',
      source: 'Exim, as cPanel sets it up: "is not permitted to relay through this server without authentication"',
      phrases: ['(not permitted|not allowed) to relay * without authentication', 'relay through this server without authentication'],
      examples: [
        '550-Please turn on SMTP Authentication in your mail client.\r\n550 mail.example.net is not permitted to relay through this server without authentication.',
      ],
      specificity: specificity.productPhrase + 10,
    },
    {
      name: 'login-failed',
      code: 'sender.login-failed',
      source: 'Postfix with Dovecot or Cyrus SASL; Exim; Exchange',
      phrases: [
        '(login|sasl|auth) (login |plain |cram md5 |xoauth2 |)(authentication |) (failed|failure|unsuccessful|rejected|invalid|error|aborted|cancelled)',
        '(sasl|smtp) authentication (failed|failure|unsuccessful|rejected)',
        'authentication unsuccessful',
        '(invalid|wrong|incorrect|bad) (login|password|credentials|user or password|username or password|user name or password|authentication)',
        '(username|user name|user) (and|or) password (not accepted|incorrect|invalid|do not match|rejected)',
        'authentication credentials invalid',
        'application specific password required',
        'incorrect authentication data',
        'unrecognized authentication type',
        'too many (failed |bad |invalid |)(login|authentication|auth) attempts',
        'password expired',
      ],
      examples: [
        '535 Incorrect authentication data',
        '535 5.7.3 Authentication unsuccessful',
        '504 5.7.4 Unrecognized authentication type',
      ],
    },
    {
      name: 'login-failed-by-code',
      code: 'sender.login-failed',
      source: 'RFC 4954 section 6: 535 answers a login and nothing else',
      phrases: [
        'authentication (failed|failure|rejected|invalid|error|aborted|cancelled)',
        '(invalid|wrong|incorrect|bad|unknown) (username|user name|user|account)',
      ],
      replyCodes: [534, 535],
      examples: ['535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6', '535 Invalid username'],
    },
    {
      // Below SPF, DKIM and DMARC, of which "authentication failed" is said as well.
      name: 'authentication-failed',
      code: 'sender.login-failed',
      phrases: ['authentication (failed|failure|rejected|invalid|error|aborted|cancelled)'],
      examples: ['454 4.7.0 Authentication failed', '550 Authentication failed'],
      specificity: specificity.productPhrase - 10,
    },
    {
      name: 'tls-required',
      code: 'tls.required',
      source: 'Postfix: smtpd_tls_security_level = encrypt; Exchange, Exim, Gmail: TLS demanded',
      phrases: [
        'must issue (a |)starttls (command |)(first|)',
        '(starttls|tls|ssl|encryption|encrypted connection|secure connection|transport encryption|tls connection|encrypted session) (is |)(required|needed|mandatory|necessary|must|demanded|enforced)',
        '(requires|require|needs|only accept~|demands|demand|enforces|enforce) (a |an |the |)(starttls|tls|ssl|encryption|encrypted|secure)',
        'session encryption is required',
        '(must|please) (use|issue|be) (starttls|tls|encrypted|ssl|a secure)',
        '(not encrypted|unencrypted|not secured|unsecured) * (required|not accepted|refused|rejected)',
        'encryption required',
        'use starttls',
        '(without|no) (tls|encryption|starttls) (is |)(not|refused|rejected)',
        'policy requires tls',
        'requiretls',
      ],
      examples: [
        '530 5.7.0 Must issue a STARTTLS command first',
        '550 5.7.1 Session encryption is required',
        '554 5.7.10 Encryption required for requested authentication mechanism',
        '550 TLS required by policy',
      ],
    },
    {
      name: 'tls-not-offered',
      code: 'tls.not-offered',
      source:
        'Postfix: "TLS is required, but was not offered by host …"; Exim: "a TLS session is required, but the server did not offer TLS support"; Gmail',
      phrases: [
        'tls is required but was not offered',
        'tls (session |) is required but * (did not|does not|doesnt) (offer|support) (tls|starttls)',
        '(did not|does not|doesnt|not) (offer|support|advertise) (starttls|tls)',
        '(starttls|tls) (is |was |) not (offered|supported|advertised)',
      ],
      examples: [
        '454 4.7.4 TLS is required, but was not offered by host mx.example.com',
        '450 a TLS session is required, but the server did not offer TLS support',
        '500 Remote server does not support TLS',
      ],
      specificity: specificity.productPhrase + 20,
    },
    {
      name: 'tls-version',
      code: 'tls.handshake-failed',
      source: 'Microsoft Learn: TLS 1.0 and 1.1 in Exchange Online; OpenSSL: unsupported protocol',
      phrases: [
        'tls version * (not supported|unsupported|no longer supported|not accepted|too old)',
        '(unsupported|obsolete|deprecated|old) tls version',
      ],
      examples: ['421 4.7.66 TLS version 1.0 not supported'],
    },
    {
      name: 'tls-unavailable',
      code: 'tls.handshake-failed',
      source: 'RFC 3207 section 4; Sendmail: "403 4.7.0 TLS handshake failed"',
      phrases: [
        'tls (is |) (not available|unavailable|handshake|negotiation|currently unavailable)',
        'tls handshake (failed|failure|error)',
        'tls not available',
        '(starttls|tls|ssl) (negotiation |handshake |setup |)(fail~|error|failed|failure)',
        'cannot (negotiate|start|initialize) tls',
        'tls not available due to (local problem|temporary reason)',
      ],
      examples: ['454 4.7.0 TLS not available due to local problem', '403 4.7.0 TLS handshake failed.', '454 TLS currently unavailable'],
    },
    {
      name: 'tls-too-old',
      code: 'tls.required',
      source: 'Exchange Online: "TLS 1.0 and 1.1 are not supported"',
      phrases: [
        'tls <host> and <host> are not supported',
        'tls <host> (or higher |or later |or newer |)(is |)required',
        '(tls|ssl) (version|protocol) (is |)(not supported|unsupported|too old|not allowed|no longer supported)',
      ],
      examples: [
        '421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls.',
        '454 4.7.0 TLS version not supported, TLS 1.2 required',
      ],
      remedy: ['Let the mail program that sends speak TLS 1.2 or newer.'],
      responsible: 'sender-mail',
      specificity: specificity.productPhrase + 20,
    },
    {
      name: 'certificate-refused',
      code: 'tls.certificate-untrusted',
      source: 'RFC 8461, RFC 7672; Postfix: "Server certificate not trusted"',
      phrases: [
        '(server |)certificate (not|is not) (trusted|verified|valid)',
        'certificate (verification|validation|verify) (failed|failure|error)',
        '(invalid|untrusted|expired|self signed|bad) (server |)certificate',
        'certificate (chain |)(not trusted|has expired|expired|does not match|rejected|error)',
      ],
      examples: ['454 4.7.5 Server certificate not trusted', '550 5.7.5 certificate verification failed for mx.example.com'],
    },
  ],
);
