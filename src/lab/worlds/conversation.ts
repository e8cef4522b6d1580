/**
 * Worlds about greetings, names, connections that break, and TLS.
 */
import { describeWorld, expectDelayed, expectDeliverable, expectUndeliverable, type NamedWorld, twoExchanges } from './base.js';

const greetingWorlds: readonly NamedWorld[] = [
  describeWorld('greeting-missing', 'The exchange accepts connections and never greets.', {
    mx1: { greeting: { finally: 'stall' } },
    clockSpeed: 30,
    expect: expectDelayed('greeting.missing'),
  }),
  describeWorld('greeting-closed', 'The exchange hangs up before it greets.', {
    mx1: { greeting: { finally: 'close' } },
    expect: expectDelayed('greeting.closed'),
  }),
  describeWorld('greeting-reset', 'The exchange resets the connection before it greets.', {
    mx1: { greeting: { delayMs: 50, finally: 'reset' } },
    expect: expectDelayed('greeting.closed'),
  }),
  describeWorld('greeting-slow', 'The greeting takes 20 seconds, and then all is well.', {
    mx1: { greetingDelayMs: 20_000 },
    clockSpeed: 20,
    expect: expectDeliverable('greeting.slow'),
  }),
  describeWorld('greeting-too-slow', 'The greeting takes 35 seconds: some senders hang up before.', {
    mx1: { greetingDelayMs: 35_000 },
    clockSpeed: 20,
    expect: expectDeliverable('greeting.slow'),
  }),
  describeWorld('greeting-busy', 'The only exchange says 421: too busy.', {
    mx1: { greeting: { lines: ['421 4.3.2 All server ports are busy'], finally: 'close' } },
    expect: expectDelayed('greeting.busy'),
  }),
  describeWorld('greeting-too-many-connections', 'The only exchange has too many connections from here.', {
    mx1: { greeting: { lines: ['421 4.7.0 mx1.example.com Error: too many connections from 203.0.113.5'], finally: 'close' } },
    expect: expectDelayed('sender.too-many-connections'),
  }),
  describeWorld('greeting-rejected', 'The only exchange says 554 without a reason.', {
    mx1: { greeting: { lines: ['554 mx1.example.com'], finally: 'close' } },
    expect: { ...expectUndeliverable('greeting.rejected'), responsible: 'sender-mail' },
  }),
  describeWorld('greeting-blocklisted', 'The only exchange names a blocklist in place of a greeting.', {
    mx1: {
      greeting: {
        lines: [
          '554 5.7.1 Service unavailable; Client host [203.0.113.5] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.5',
        ],
        finally: 'close',
      },
    },
    expect: expectUndeliverable('sender.blocklisted'),
  }),
  describeWorld('greeting-not-smtp', 'An SSH server answers on port 25.', {
    mx1: { greeting: { raw: 'SSH-2.0-OpenSSH_9.6\r\n', finally: 'stall' } },
    expect: expectDelayed('greeting.not-smtp'),
  }),
  describeWorld('greeting-http', 'A web server answers on port 25.', {
    mx1: { greeting: { raw: 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n', finally: 'close' } },
    expect: expectDelayed('greeting.not-smtp'),
  }),
];

const connectionWorlds: readonly NamedWorld[] = [
  describeWorld('hello-rejected', 'The exchange refuses the name given at EHLO and at HELO.', {
    mx1: {
      ehlo: '550 5.7.1 <probe.example.net>: Helo command rejected: Host not found',
      helo: '550 5.7.1 <probe.example.net>: Helo command rejected: Host not found',
    },
    expect: expectUndeliverable('hello.rejected'),
  }),
  describeWorld('connection-dropped-at-mail', 'The exchange hangs up at MAIL.', {
    mx1: { mail: { finally: 'close' } },
    expect: expectDelayed('connection.dropped'),
  }),
  describeWorld('connection-dropped-at-hello', 'The exchange resets the connection at EHLO.', {
    mx1: { ehlo: { finally: 'reset' } },
    expect: expectDelayed('connection.dropped'),
  }),
  describeWorld('connection-stalled-at-rcpt', 'The exchange stops answering at RCPT.', {
    mx1: { rcpt: { finally: 'stall' } },
    clockSpeed: 30,
    expect: expectDelayed('connection.stalled'),
  }),
  describeWorld('connection-dropped-backup-accepts', 'The first exchange hangs up at RCPT; the backup takes the mail.', {
    records: twoExchanges,
    mx1: { rcpt: { finally: 'close' } },
    expect: { ...expectDeliverable('connection.dropped'), endsAt: '198.51.100.25' },
  }),
  describeWorld('deadline-reached', "The exchange is so slow that the trace's own time runs out.", {
    options: { deadlineMs: 20_000 },
    mx1: { greetingDelayMs: 50_000 },
    clockSpeed: 20,
    expect: { outcome: 'inconclusive', cause: 'local.deadline-reached', codes: ['local.deadline-reached'], responsible: 'local' },
  }),
];

const tlsWorlds: readonly NamedWorld[] = [
  describeWorld('tls-not-offered', 'The exchange offers no STARTTLS.', {
    mx1: { tls: null },
    expect: expectDeliverable('tls.not-offered'),
  }),
  describeWorld('tls-required', 'The exchange wants TLS and does not offer it.', {
    mx1: { tls: null, mail: '530 5.7.0 Must issue a STARTTLS command first' },
    expect: { ...expectUndeliverable('tls.required', 'tls.not-offered') },
  }),
  describeWorld('tls-refused', 'STARTTLS is offered and then refused: the certificate cannot be read.', {
    mx1: { starttls: '454 4.7.0 TLS not available due to local problem' },
    expect: expectDeliverable('tls.handshake-failed'),
  }),
  describeWorld('tls-handshake-failed', 'The handshake is broken; in plain text the mail is taken.', {
    mx1: { tls: { handshake: 'alert' } },
    expect: expectDeliverable('tls.handshake-failed'),
  }),
  describeWorld('tls-handshake-garbage', 'Plain text comes where a ServerHello is due; without TLS the mailbox is unknown.', {
    mx1: { tls: { handshake: 'garbage' }, rcpt: '550 5.1.1 <bob@example.com>... User unknown' },
    expect: expectUndeliverable('recipient.unknown', 'tls.handshake-failed'),
  }),
  describeWorld('tls-handshake-closed', 'The exchange hangs up at the handshake, and takes no mail without TLS.', {
    mx1: { tls: { handshake: 'close' }, mail: '530 5.7.0 Must issue a STARTTLS command first' },
    expect: expectUndeliverable('tls.handshake-failed', 'tls.required'),
  }),
  describeWorld('tls-closed-behind-220', 'The exchange says 220 to STARTTLS and hangs up at once.', {
    mx1: { starttls: { lines: ['220 2.0.0 Ready to start TLS'], finally: 'close' } },
    expect: expectDeliverable('tls.handshake-failed'),
  }),
  describeWorld('tls-old-protocol', 'The exchange speaks TLS 1.0 at most.', {
    mx1: { tls: { handshake: 'old-protocol' } },
    expect: expectDeliverable('tls.weak'),
  }),
  describeWorld('tls-weak-key', 'The certificate has an RSA key of 1024 bits.', {
    mx1: { tls: { certificate: 'weak-key' } },
    expect: expectDeliverable('tls.weak'),
  }),
  describeWorld('tls-certificate-expired', 'The certificate has expired ten days ago.', {
    mx1: { tls: { certificate: 'expired' } },
    expect: expectDeliverable('tls.certificate-expired'),
  }),
  describeWorld('tls-certificate-self-signed', 'The certificate signs itself.', {
    mx1: { tls: { certificate: 'self-signed' } },
    expect: expectDeliverable('tls.certificate-untrusted'),
  }),
  describeWorld('tls-certificate-untrusted', 'The certificate comes from an authority that nobody knows.', {
    mx1: { tls: { certificate: 'untrusted' } },
    expect: expectDeliverable('tls.certificate-untrusted'),
  }),
  describeWorld('tls-certificate-name', 'The certificate is for another name.', {
    mx1: { tls: { certificate: 'wrong-name' } },
    expect: expectDeliverable('tls.certificate-name'),
  }),
  describeWorld('tls-injection', 'Plain text slips in behind the 220 to STARTTLS.', {
    mx1: { tls: { injected: '250 2.1.5 Ok\r\n250 2.1.5 Ok' } },
    expect: expectDeliverable('tls.injection'),
  }),
];

export const conversationWorlds: readonly NamedWorld[] = [...greetingWorlds, ...connectionWorlds, ...tlsWorlds];
