/**
 * What each code looks like in the field, and what its rule must make of it: a line each.
 *
 * Code, stage, variant in a trace, variant where the reply is all there is, who must act, whether waiting helps, reply.
 */
import { type Code, codes, type Party, parties, type Stage, stages, type WaitingHelps, waitingAnswers } from '../../model/vocabulary.js';

export interface ReplyRow {
  readonly code: Code;
  readonly stage: Stage;
  readonly live: string;
  readonly reported: string;
  readonly responsible: Party;
  readonly waitingHelps: WaitingHelps;
  readonly reply: string;
}

/** Replies whose meaning the knowledge finds. */
export const replyRows: readonly ReplyRow[] = readRows(`
recipient.unknown             rcpt      unknown          unknown-untold          sender-user     no       550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown in virtual mailbox table
recipient.unknown             rcpt      for-now          for-now-untold          sender-user     unknown  450 4.1.1 <bob@example.com>: Recipient address rejected: User unknown in local recipient table
recipient.disabled            rcpt      disabled         disabled-untold         recipient-mail  no       550 5.2.1 <bob@example.com>: Recipient address rejected: Mailbox disabled, not accepting messages
recipient.moved               rcpt      moved            moved-untold            sender-user     no       551 5.1.6 User not local; please try <bob@example.org>
recipient.mailbox-full        rcpt      for-now          for-now-untold          recipient-user  unknown  452 4.2.2 <bob@example.com>: Mailbox full
recipient.mailbox-full        rcpt      for-good         for-good-untold         recipient-user  unknown  552 5.2.2 <bob@example.com>: Recipient address rejected: Mailbox over quota
recipient.mailbox-busy        rcpt      busy             busy-untold             nobody          yes      450 4.2.1 The user you are trying to contact is receiving mail too quickly.
recipient.restricted          rcpt      restricted       restricted-untold       recipient-mail  no       550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required
recipient.filtered            message   filtered         filtered-untold         recipient-user  no       550 5.7.1 Message rejected by user filter
recipient.rejected            rcpt      for-good         for-good-untold         recipient-mail  no       550 Rejected
server.relay-denied           rcpt      denied           denied-untold           recipient-mail  no       554 5.7.1 <bob@example.com>: Relay access denied
server.auth-required          mail      exchange         reported-untold         recipient-dns   no       530 5.7.0 Authentication required
server.busy                   mail      busy             busy                    nobody          yes      451 4.3.2 Server busy, please try again later
server.storage-full           mail      full             full                    recipient-mail  unknown  452 4.3.1 Insufficient system storage
server.error                  rcpt      for-now          for-now                 recipient-mail  unknown  451 4.3.0 <bob@example.com>: Temporary lookup failure
server.error                  rcpt      for-good         for-good                recipient-mail  unknown  554 5.3.0 Internal server error
server.misconfigured          rcpt      misconfigured    misconfigured           recipient-mail  no       451 4.3.5 Server configuration problem
server.routing-loop           message   loop             loop-untold             recipient-mail  unknown  554 5.4.6 Error: too many hops
server.delivery-agent-failed  message   failed           failed-untold           recipient-mail  unknown  554 5.3.0 Mailer error
server.protocol-error         mail      refused          refused                 recipient-mail  no       503 5.5.1 Error: nested MAIL command
server.policy                 rcpt      policy           policy-untold           recipient-mail  no       550 5.7.1 Message rejected due to local policy
sender.malformed              mail      malformed        malformed-untold        sender-mail     no       501 5.1.7 Bad sender address syntax
sender.domain-not-found       rcpt      refused          refused-untold          sender-dns      no       450 4.1.8 <admin@example.net>: Sender address rejected: Domain not found
sender.null-mx                rcpt      refused          refused-untold          sender-dns      no       550 5.7.27 <admin@example.net>: Sender address rejected: Domain example.net does not accept mail (nullMX)
sender.null-refused           mail      refused          refused                 recipient-mail  no       550 We do not accept null senders
sender.rejected               mail      rejected         rejected-untold         sender-mail     no       554 5.7.1 <admin@example.net>: Sender address rejected: Access denied
sender.spf-failed             rcpt      failed           failed-untold           sender-dns      no       550 5.7.23 SPF check failed for admin@example.net
sender.dkim-failed            message   failed           failed-untold           sender-mail     no       550 5.7.20 DKIM signature verification failed
sender.dmarc-failed           message   failed           failed-untold           sender-dns      no       550 5.7.1 Email rejected per DMARC policy for example.net
sender.arc-failed             message   failed           failed                  sender-mail     no       550 5.7.29 ARC validation failure
sender.unauthenticated        message   unauthenticated  unauthenticated-untold  sender-dns      no       550 5.7.26 Multiple authentication checks failed
sender.no-reverse-dns         rcpt      refused          refused                 sender-dns      no       450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.5]
sender.blocklisted            rcpt      listed           listed                  sender-mail     no       554 5.7.1 Service unavailable; Client host [203.0.113.5] blocked using zen.spamhaus.org
sender.domain-blocklisted     mail      listed           listed                  sender-mail     no       554 5.7.1 Service unavailable; Sender address [admin@example.net] blocked using dbl.spamhaus.org
sender.blocked                rcpt      blocked          blocked                 sender-mail     no       554 5.7.1 <probe.example.net[203.0.113.5]>: Client host rejected: Access denied
sender.reputation-low         rcpt      low              low                     sender-mail     unknown  550 5.7.1 Rejected because of poor IP reputation
sender.geo-blocked            rcpt      country          country                 recipient-mail  no       550 Blocked by GeoIP policy
sender.greylisted             rcpt      greylisted       greylisted              nobody          yes      450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted
sender.rate-limited           mail      limited          limited                 sender-mail     yes      450 4.7.1 Error: too much mail from 203.0.113.5
sender.too-many-connections   greeting  connections      connections             sender-mail     yes      421 4.7.0 mx1.example.com Error: too many connections from 203.0.113.5
sender.too-many-recipients    rcpt      recipients       recipients              sender-mail     yes      452 4.5.3 Error: too many recipients
sender.account-blocked        mail      blocked          blocked                 sender-mail     no       550 Your account has been suspended for sending spam
sender.quota-exceeded         mail      exceeded         exceeded                sender-user     yes      550 5.4.5 Daily user sending limit exceeded
sender.suppressed             rcpt      suppressed       suppressed-untold       sender-mail     no       550 Recipient is on the suppression list
sender.login-failed           mail      failed           failed                  sender-mail     no       535 5.7.8 Error: authentication failed
message.too-large             mail      too-large        too-large               sender-user     no       552 5.3.4 Message size exceeds fixed limit
message.malformed             message   malformed        malformed               sender-mail     no       554 5.7.0 Header error
message.encoding              message   encoding         encoding                sender-mail     no       550 5.6.9 improper use of 8-bit data in message header
message.content-rejected      message   content          content                 sender-user     no       554 5.7.1 Attachment type not allowed: .exe
message.spam                  message   spam             spam                    sender-mail     no       550 Message rejected as spam
message.virus                 message   virus            virus                   sender-user     no       554 5.7.1 Message contains a virus: Eicar-Test-Signature
queue.expired                 rcpt      expired          expired-untold          recipient-mail  no       554 5.4.7 QUEUE.Expired; message expired
reply.undisclosed             message   for-good         for-good                recipient-mail  unknown  554 Transaction failed
reply.undisclosed             message   for-now          for-now                 recipient-mail  unknown  450 Failed
reply.unrecognised            rcpt      for-good         for-good                recipient-mail  unknown  550 5.0.0 The heron does not fly on Tuesdays (QX-9)
reply.unrecognised            rcpt      for-now          for-now                 recipient-mail  unknown  450 4.0.0 The heron does not fly on Tuesdays (QX-9)
greeting.busy                 greeting  busy             busy                    nobody          yes      421 4.3.2 All server ports are busy
greeting.rejected             greeting  rejected         rejected                sender-mail     no       554 mx1.example.com
hello.rejected                hello     rejected         rejected-untold         sender-mail     no       550 5.7.1 <probe.example.net>: Helo command rejected: Host not found
host.takes-no-mail            greeting  takes-none       takes-none              recipient-dns   no       521 mx1.example.com does not accept mail
host.no-answer                rcpt      reported         reported-untold         recipient-mail  unknown  451 4.4.1 connect to mx.example.org[192.0.2.9]:25: Connection timed out
tls.required                  mail      required         required                sender-mail     no       530 5.7.0 Must issue a STARTTLS command first
host.unreachable              rcpt      reported         reported-untold         recipient-mail  unknown  451 4.4.1 connect to mx.example.org[192.0.2.9]:25: No route to host
port.refused                  rcpt      reported         reported-untold         recipient-mail  unknown  451 4.4.1 connect to mx.example.org[192.0.2.9]:25: Connection refused
tls.not-offered               rcpt      reported         reported-untold         recipient-mail  unknown  454 4.7.4 TLS is required, but was not offered by host mx.example.org[192.0.2.9]
connection.stalled            rcpt      reported         reported                recipient-mail  unknown  451 4.4.2 conversation with mx.example.org[192.0.2.9] timed out while sending message body
greeting.closed               rcpt      reported         reported                recipient-mail  unknown  451 4.4.2 lost connection with mx.example.org[192.0.2.9] while receiving the initial server greeting
greeting.missing              rcpt      reported         reported                recipient-mail  unknown  451 4.4.2 conversation with mx.example.org[192.0.2.9] timed out while receiving the initial server greeting
mx.missing                    rcpt      reported         reported-untold         recipient-dns   no       550 5.1.2 No MX found for domain
mx.target-not-found           rcpt      reported         reported-untold         recipient-dns   no       550 all relevant MX records point to non-existent hosts
tls.handshake-failed          rcpt      reported         reported-untold         recipient-mail  unknown  454 4.7.5 Cannot start TLS: handshake failure
tls.certificate-untrusted     rcpt      reported         reported-untold         recipient-mail  no       454 4.7.5 Server certificate not trusted
connection.dropped            rcpt      reported         reported                recipient-mail  unknown  451 4.4.2 lost connection with mx.example.org[192.0.2.9] while sending RCPT TO
domain.not-found              rcpt      reported         reported-untold         sender-user     no       550 5.1.2 <bob@example.com>: Recipient address rejected: Domain not found
domain.lookup-failed          rcpt      reported         reported-untold         recipient-dns   unknown  451 4.4.3 Temporary DNS failure
mx.null                       rcpt      reported         reported-untold         sender-user     no       556 5.1.10 Recipient address has null MX
mx.points-here                rcpt      reported         reported-untold         recipient-mail  no       554 5.4.6 mail for example.com loops back to myself
address.malformed             rcpt      reported         reported-untold         sender-user     no       501 5.1.3 Bad recipient address syntax
address.utf8-unsupported      rcpt      reported         reported-untold         recipient-mail  no       553 5.6.7 SMTPUTF8 is required for this address
`);

/** Codes that reporters tell in words of their own: the meaning is given. */
export const givenRows: readonly ReplyRow[] = readRows(`
tls.sts-unmet                 rcpt      reported         reported-untold         recipient-mail  no       550 5.7.5 Failed to validate the certificate against the MTA-STS policy
tls.dane-unmet                rcpt      reported         reported-untold         recipient-mail  no       450 4.7.323 tlsa-invalid: The domain failed DANE validation
recipient.rejected            rcpt      for-now          for-now-untold          recipient-mail  unknown  450 Not now
`);

function readRows(text: string): readonly ReplyRow[] {
  return text.trim().split('\n').map(readRow);
}

function readRow(line: string): ReplyRow {
  const [code = '', stage = '', live = '', reported = '', responsible = '', waitingHelps = '', reply = ''] = line.split(/ {2,}/);
  return {
    code: oneOf(codes, code),
    stage: oneOf(stages, stage),
    live,
    reported,
    responsible: oneOf(parties, responsible),
    waitingHelps: oneOf(waitingAnswers, waitingHelps),
    reply,
  };
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new Error(`${text} is none of ${words.join(', ')}`);
  return found;
}
