/**
 * What mail servers tell of their own deliveries in queues and logs, where nobody replied: a transport that is missing, a
 * program that failed, a host that cannot be resolved.
 */
import { defineEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

// Above whatever stands in the output of a command, or is quoted besides.
const whole = specificity.productPhrase + 60;

const sketches: readonly EntrySketch[] = [
  {
    name: 'transport-unavailable',
    code: 'server.misconfigured',
    source: 'Postfix qmgr(8): no process answers for the transport that master.cf or transport_maps names',
    phrases: ['mail transport unavailable'],
    examples: ['450 mail transport unavailable', '550 5.3.0 mail transport unavailable'],
    remedy: [
      'Postfix: grep "connect to transport" in its log names the transport; it must stand in master.cf (postconf -M), and its process must start (postfix status).',
    ],
    specificity: whole,
  },
  {
    name: 'transport-failed',
    code: 'server.delivery-agent-failed',
    source: 'Postfix qmgr(8): the delivery agent ended before it had answered',
    phrases: ['unknown mail transport error'],
    examples: ['450 4.3.0 unknown mail transport error'],
    remedy: ['Postfix: grep -E "fatal|panic|killed" in its log just before: the process that ended says why.'],
    specificity: whole,
  },
  {
    // Below what is said to be wrong with the mailbox: a quota, a full disk.
    name: 'mailbox-not-updated',
    code: 'server.delivery-agent-failed',
    source: 'Postfix local(8), virtual(8)',
    phrases: ['cannot update mailbox'],
    examples: [
      '450 cannot update mailbox /var/mail/bob for user bob. unable to lock for exclusive access: Resource temporarily unavailable',
    ],
    specificity: specificity.phrase + 20,
  },
  {
    name: 'command-failed',
    code: 'server.delivery-agent-failed',
    source: 'Postfix pipe(8), local(8): a command ended with EX_TEMPFAIL of sysexits(3), or was killed',
    phrases: ['temporary failure command output', 'command died with (status|signal)', 'service unavailable command output'],
    examples: [
      '450 temporary failure. Command output: spamc: connect to 127.0.0.1 failed: Connection refused',
      '550 5.3.0 Command died with status 127: "/usr/local/bin/deliver". Command output: sh: deliver: not found',
    ],
    specificity: whole,
  },
  {
    // Anybody may say so of any file: only where nothing else is told.
    name: 'socket-missing',
    code: 'server.delivery-agent-failed',
    source: 'Postfix lmtp(8): "connect to mail.example.com[private/dovecot-lmtp]: No such file or directory"',
    phrases: ['no such file or directory'],
    examples: ['450 No such file or directory'],
    specificity: specificity.hint,
  },
  {
    name: 'next-host-not-found',
    code: 'mx.target-not-found',
    source: 'Postfix smtp(8): "Name service error for name=… type=A: Host not found" of another name than the recipient\'s domain',
    phrases: ['exchange or relay not found'],
    examples: ['450 Exchange or relay not found: relay.example.com'],
    specificity: whole,
  },
  {
    name: 'no-connector',
    code: 'server.misconfigured',
    source: 'Exchange: the Unreachable queue',
    phrases: ['matching connector cannot be found'],
    examples: ['450 A matching connector cannot be found to route the external recipient'],
    remedy: [
      'Exchange: Get-SendConnector | Format-List Name,Enabled,AddressSpaces shows which domains have a way out: enable the connector that covers this one, or create it (New-SendConnector).',
      'Then have the messages routed anew: Retry-Queue with -Resubmit $true.',
    ],
    specificity: whole,
  },
  ...listWinsock(),
  {
    name: 'exchange-no-domain',
    code: 'domain.not-found',
    source: 'Exchange: "DNS query failed. The error was: SMTPSEND.DNS.NonExistentDomain; nonexistent domain"',
    phrases: [
      'smtpsend dns nonexistentdomain',
      'dns query failed * nonexistent domain',
      'dns query failed with error infodomainnonexistent',
    ],
    examples: [
      '451 4.4.0 DNS query failed. The error was: SMTPSEND.DNS.NonExistentDomain; nonexistent domain',
      '451 4.4.0 DNS query failed with error InfoDomainNonexistent',
    ],
    specificity: whole,
  },
];

/** The numbers of Windows' sockets, by which Exchange tells how a connection failed. */
function listWinsock(): readonly EntrySketch[] {
  const rows = [
    ['refused', 'port.refused', '10061'],
    ['timed-out', 'host.no-answer', '10060'],
    ['unreachable', 'host.unreachable', '(10051|10065)'],
    ['reset', 'connection.dropped', '(10053|10054)'],
  ] as const;
  return rows.map(([name, code, number]) => ({
    name: `winsock-${name}`,
    code,
    source: 'Exchange: "Failed to connect. Winsock error code: …"; Microsoft: Windows Sockets Error Codes',
    phrases: [`winsock error code ${number}`],
    examples: [
      `441 4.4.1 Error encountered while communicating with primary target IP address: "Failed to connect. Winsock error code: ${/\d+/.exec(number)?.[0]}, Win32 error code: ${/\d+/.exec(number)?.[0]}."`,
    ],
    specificity: whole,
  }));
}

export const ownDeliveryEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'text', source: 'RFC 3463 sections 3.4 and 3.5', specificity: specificity.productPhrase },
  sketches,
);
