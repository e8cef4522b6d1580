/**
 * What relaying servers say of their own attempts: no answer, broken connections, failed look-ups, given up.
 */
import { defineEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

const product = specificity.productPhrase;

/** Exchange Online as the sender: what it found at the other end. */
const tlsSketches: readonly EntrySketch[] = [
  {
    name: 'exchange-dnssec-invalid',
    code: 'domain.dnssec-bogus',
    source: 'Microsoft: SMTP DANE with DNSSEC, 4/5.7.324',
    phrases: ['dnssec invalid'],
    examples: ['550 5.7.324 dnssec-invalid: Destination domain returned invalid DNSSEC records'],
    specificity: product,
  },
  {
    name: 'exchange-untrusted-root',
    code: 'tls.certificate-untrusted',
    source: 'Microsoft: mail flow over TLS, 4.4.317',
    phrases: ['message (untrustedroot|certificateuntrusted)'],
    examples: ['450 4.4.317 Cannot establish session with remote server [Message=UntrustedRoot]'],
    specificity: product,
  },
];

const sketches: readonly EntrySketch[] = [
  {
    // Below any phrase that names a cause: the last reason, where it is told, is the cause.
    name: 'expired',
    code: 'queue.expired',
    source:
      'Exim: "retry timeout exceeded"; Sendmail: "Message could not be delivered for 5 days"; Exchange: QUEUE.Expired; qmail: "in the queue too long"',
    phrases: [
      'retry (timeout|time out) exceeded',
      'retry timeout (exceeded|)',
      'queue expired',
      '(message|delivery|mail|envelope) (has |) (expired|time expired|retry timeout)',
      'message expired',
      'delivery time expired',
      'cannot send message (for|within) *',
      '(could not|cannot|unable to) be delivered (for|within|in) * (days|hours|minutes)',
      'unable to deliver (in|after|within|for) * (minutes|hours|days)',
      'too old',
      '(been in|in) (the |)queue (too long|for)',
      'gave up',
      'maximum (queue |delivery |)(lifetime|time)',
      '(giving up|given up|stopped trying)',
      'was undeliverable for',
      'delivered for too long',
      'not been collected',
      '(failing|unreachable|unavailable|down) for a long time',
      '(delivery failed|failed after|after|exceeded|tried|giving up after) * (attempts|retries|tries)',
      '(multiple|several|repeated|many|all) (delivery |) (retries|attempts|tries)',
      '(maximum|max|number of) (delivery |) (retries|attempts|tries)',
      '(retries|retry|attempts|tries) (limit |count |) (exceeded|exhausted|reached)',
      '(aborted|abandoned|returned|cancelled) after * (hour|hours|days|minutes|retries)',
      '(not|never) delivered (within|in|for) * (hours|days|minutes)',
      'will not (be retried|try again|retry)',
    ],
    examples: [
      '554 Message expired: unable to deliver in 840 minutes',
      '550 5.4.7 Delivery time expired',
      '550 retry timeout exceeded',
      '554 5.4.7 QUEUE.Expired; message expired',
      "554 all hosts for 'example.com' have been failing for a long time (and retry time not reached)",
      '554 delivery failed 20 attempts',
    ],
    specificity: specificity.status - 10,
  },
  {
    name: 'no-answer',
    code: 'host.no-answer',
    source:
      'Postfix: "connect to …: Connection timed out"; Exim: "Connection timed out"; Exchange: 4.4.1; qmail: "wasn\'t able to establish an SMTP connection"',
    phrases: [
      'connection (timed out|time out|timeout|attempt failed|could not be established)',
      'connection timed out with <host>',
      '(timed out|timeout) (connecting|while connecting|during connect)',
      '(no answer|no response|not responding|unreachable) (from |to |) (host|server|)',
      'connect to <host>',
      '(could not|cannot|cant|unable to|failed to|not able to|wasnt able to) (connect|contact|reach|establish)',
      'host (is |) (down|not responding|not reachable|not available)',
      'did not accept our requests to connect',
      'network error on destination *',
      'failed to connect *',
      'connection timed out',
      '<ip> timed out',
      'unable to connect to remote host',
    ],
    examples: [
      '451 4.4.1 connect to mx.example.com[192.0.2.1]:25: Connection timed out',
      '550 5.4.1 No response from host',
      '451 Unable to connect to mail server',
      "554 Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)",
    ],
  },
  {
    name: 'refused',
    code: 'port.refused',
    source: 'Postfix: "connect to …: Connection refused"; Sendmail: "Connection refused by …"; Exchange: 5.4.316',
    phrases: ['connect to <host> * connection refused', 'connection refused by <host>', 'econnrefused'],
    examples: ['451 4.4.1 connect to mx.example.com[192.0.2.1]:25: Connection refused', '450 Connection refused by mx.example.com'],
    specificity: product + 10,
  },
  {
    name: 'refused-by-status',
    code: 'port.refused',
    source: 'RFC 3463 section 3.5, Exchange: 5.4.316',
    phrases: ['connection refused'],
    enhanced: ['x.4.0', 'x.4.1', 'x.4.2', 'x.4.4', 'x.4.316'],
    examples: ['450 4.4.316 Connection refused', '450 4.4.1 Connection refused'],
    specificity: product + 10,
  },
  {
    // Below any reason that is told besides: in a conversation it is the server that refuses, not the port.
    name: 'refused-by-words',
    code: 'port.refused',
    source: 'Exim, qmail: reports without a status',
    phrases: ['connection refused'],
    examples: ['554 Connection refused'],
    specificity: specificity.phrase - 20,
  },
  {
    name: 'refused-behind',
    code: 'server.error',
    source: 'relays whose own store or agent does not answer',
    phrases: ['connection refused'],
    enhanced: ['x.3.0', 'x.3.2', 'x.3.5'],
    examples: ['451 4.3.0 Connection refused'],
    specificity: product,
  },
  {
    name: 'unreachable',
    code: 'host.unreachable',
    source: 'Postfix: "connect to …: No route to host", "Network is unreachable"; Exim: "No route to host"',
    phrases: [
      'no route to (host|destination)',
      'connect to <host> <ip> * no route to host',
      'connect to <host> <ip> * network is unreachable',
      '(network|host|destination) (is |) unreachable',
    ],
    examples: [
      '451 4.4.1 connect to mx.example.com[192.0.2.1]:25: No route to host',
      '451 4.4.1 connect to mx.example.com[2001:db8::25]:25: Network is unreachable',
      '450 Host unreachable',
    ],
    specificity: product,
  },
  {
    name: 'greeting-closed',
    code: 'greeting.closed',
    source: 'Postfix: "lost connection with … while receiving the initial server greeting"',
    phrases: [
      'lost connection * while receiving the initial server greeting',
      '(closed|dropped|lost) * (before|without) (the |a |sending a |)(greeting|banner)',
    ],
    examples: ['450 4.4.2 lost connection with mx.example.com[192.0.2.1] while receiving the initial server greeting'],
    specificity: product,
  },
  {
    name: 'greeting-missing',
    code: 'greeting.missing',
    source:
      'Postfix: "conversation with … timed out while receiving the initial server greeting"; Exim: "SMTP timeout … initial connection"',
    phrases: [
      'timed out while receiving the initial server greeting',
      'conversation with <host> <ip> timed out while receiving the initial server greeting',
      'smtp timeout * (initial connection|greeting|banner)',
      '(no|waiting for) (smtp |) (greeting|banner)',
    ],
    examples: ['450 4.4.2 conversation with mx.example.com[192.0.2.1] timed out while receiving the initial server greeting'],
    specificity: product,
  },
  {
    name: 'stalled',
    code: 'connection.stalled',
    source:
      'Postfix: "conversation with … timed out while …"; Exim: "SMTP timeout while connected to …"; Sendmail: "Timeout waiting for input from … during client RCPT"',
    phrases: [
      'conversation with <host> * timed out',
      'timed out while (sending|receiving|performing) *',
      'smtp timeout (while connected|after|while waiting) *',
      'timeout waiting for (input|reply|response|answer) from',
      '(timed out|timeout) waiting for (a |the |)(reply|response|answer)',
      '(timed out|timeout) (during|after) (end of data|sending data|rcpt|mail|data) *',
    ],
    examples: [
      '450 4.4.2 conversation with mx.example.com[192.0.2.1] timed out while sending message body',
      '451 4.4.1 Timeout waiting for input from mx.example.com during client RCPT',
      '450 SMTP timeout after end of data',
    ],
    specificity: product - 10,
  },
  {
    name: 'dropped',
    code: 'connection.dropped',
    source: 'Postfix: "lost connection with …"; Exim: "Remote host closed connection"',
    phrases: [
      'lost connection',
      'connection (was |)(dropped|lost|closed|reset|broken|terminated|aborted) (by|due|with|unexpectedly|while|in|)',
      'remote host closed connection',
      'connection reset by peer',
      '(idle|session|command|data|read|input|smtp) (time out|timeout|timed out|time limit)',
      '(timeout|timed out) (waiting|while|during|receiving|reading|after)',
      '(error|smtp|command|data|idle|connection|session|server|read) timeout exceeded',
      'connection died',
      '(connected|connection) * (but |)connection died',
      '(unexpected|unexpectedly) (eof|disconnect)',
      'timeout closing (connection|)',
    ],
    examples: [
      '421 4.4.2 mx.example.com Error: timeout exceeded',
      '421 4.4.2 Connection dropped',
      '450 4.4.2 lost connection with mx.example.com while performing the HELO handshake',
      '421 SMTP command timeout - closing connection',
      '554 Connected to 192.0.2.1 but connection died. (#4.4.2)',
    ],
  },
  {
    name: 'lookup-failed',
    code: 'domain.lookup-failed',
    source: 'Postfix: "Name service error"; Exim: "host lookup did not complete"; Sendmail: "Name server: host name lookup failure"',
    phrases: [
      'name (service|server) (error|timeout|failure|host name lookup failure)',
      'host (name |) lookup (failure|failed|did not complete)',
      '(dns|mx|domain|a record|host) (lookup |query |resolution |) (error|failure|failed|timeout|timed out|did not complete|servfail|problem|deferred)',
      'temporary (dns|name service|name resolution) (error|failure)',
      '(could not|cannot|unable to) (resolve|look up|lookup) (the |) (host|domain|mx|name|dns|recipient domain|address of)',
      'malformed or unexpected name server reply',
      'servfail',
      'temporary failure in name resolution',
      'dns (server |)(failure|error|problem)',
      'dns type mx lookup *',
      'cname lookup failed *',
      'could not find a gateway for',
      'dns (query|look up|lookup) failed',
    ],
    examples: [
      '450 4.4.3 Name service error for name=example.com type=MX: Malformed or unexpected name server reply',
      '451 4.4.3 Temporary DNS failure',
      '451 host lookup did not complete',
      '450 4.1.2 <bob@example.com>: DNS lookup failed',
      '450 Routing: Could not find a gateway for bob@example.com',
    ],
  },
  {
    // Above "host not found", which is for good: this one's name server did not answer.
    name: 'lookup-deferred',
    code: 'domain.lookup-failed',
    source: 'Postfix: dns_lookup(3), TRY_AGAIN of the resolver library',
    phrases: ['host not found try again'],
    examples: ['450 4.4.3 Host or domain name not found. Name service error for name=example.com type=MX: Host not found, try again'],
    specificity: product + 40,
  },
  ...tlsSketches,
];

export const transportEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'text', source: 'RFC 3463 section 3.5', specificity: specificity.phrase },
  sketches,
);
