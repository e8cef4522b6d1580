/**
 * The server does not take mail for the domain: nobody there told it to, or the mail should not come there at all.
 *
 * Who must act depends on how the mail came there: by an old answer of a resolver here (`local`), by a leftover MX record
 * of another operator's host (`recipient-dns`), by one's own smarthost (`sender-mail`), else the server's own administrator.
 */
import type { HostResult } from '../../facts/host-results.js';
import type { RefusalSurroundings } from '../../facts/refusal-surroundings.js';
import type { SpokenReply } from '../../facts/spoken-replies.js';
import { parentName } from '../../model/domain-name.js';
import { addressScope } from '../../model/ip-address.js';
import { replyRule, withUntold } from '../reply-rule.js';

const common = { severity: 'error', waitingHelps: 'no' } as const;

export default replyRule({
  id: 'server/relay-denied',
  says: {
    'server.relay-denied': {
      description: 'The server does not take mail for this domain.',
      variants: {
        ...withUntold('denied', {
          ...common,
          title: 'Mail for {domain} is not taken by {server}: relaying is denied.',
          untold: 'The server does not take mail for this domain: relaying is denied.',
          explanation:
            'The server is asked for a domain that is not on its list of domains, so it takes the request for an attempt to relay. Most often the domain was never added there, or was dropped in a move or when a contract ended; it may also be that the MX record should name another server. No sender can mend this: logging in is not meant for mail between servers.',
          responsible: 'recipient-mail',
          alsoInform: ['recipient-dns'],
          remedy: [
            'At the recipient: add the domain to those that {server} takes mail for.',
            'Postfix: mydestination, virtual_mailbox_domains or relay_domains, then postfix reload; see what it holds with postconf mydestination virtual_mailbox_domains relay_domains.',
            'Exim: local_domains or relay_to_domains; test with exim -bt {recipient}.',
            'Exchange and Microsoft 365: add it as an accepted domain (Get-AcceptedDomain, New-AcceptedDomain). Google Workspace: add and verify the domain.',
            'If mail has moved to another server: correct the MX record of the domain.',
          ],
        }),
        'old-host': {
          ...common,
          title: 'Mail for {domain} is no longer taken by {server}, to which an outdated DNS answer leads from here.',
          explanation:
            "The resolver here names a mail exchange that the domain's own name servers do not name, so mail goes to the old server. It is right to refuse.",
          responsible: 'local',
          alsoInform: ['recipient-mail'],
          remedy: [
            'Clear the old answer: rndc flushname {domain} (BIND), unbound-control flush {domain} (Unbound), Clear-DnsServerCache (Windows).',
            'Then run the queue: postqueue -f (Postfix), exim -qf (Exim), Retry-Queue (Exchange).',
          ],
        },
        leftover: {
          ...common,
          title: 'Mail for {domain} is not taken by {server}, which the MX still names although another operator takes it.',
          explanation:
            'Another exchange of the domain, run by somebody else, takes this mail; this one denies relaying. It looks like an MX record that was left behind in a move. Messages arrive or bounce by which exchange a sender picks.',
          responsible: 'recipient-dns',
          alsoInform: ['recipient-mail'],
          remedy: [
            'Remove the MX record of {domain} that names {exchange}.',
            'If {exchange} is meant to be a backup: have its operator add {domain} to the domains that it relays for.',
          ],
        },
        smarthost: {
          ...common,
          title: 'This client may not send through {server}: relaying is denied.',
          explanation:
            'The server was named by hand and lies in a private network, so it is taken for your own relay. It relays only for clients that it knows by address or that log in.',
          responsible: 'sender-mail',
          remedy: [
            'Allow this client on the relay: mynetworks (Postfix), relay_from_hosts (Exim), a receive connector with the right to relay (Exchange).',
            'Or log in to it: submission on port 587 with user name and password.',
          ],
        },
      },
      references: ['RFC 5321 section 3.6.1', 'RFC 5321 section 7.9', 'Postfix Basic Configuration, "What domains to receive mail for"'],
      explains: [],
    },
  },
  choose: chooseWords,
});

function chooseWords(spoken: SpokenReply, { file, hosts, misled }: RefusalSurroundings): string {
  const { address, subject, isOwnSide } = spoken;
  if (isOwnSide) return 'smarthost';
  if (subject.kind === 'reply' || address === null) return 'denied';
  if (file.options.exchange !== null) return addressScope(address) === 'public' ? 'denied' : 'smarthost';
  const refusing = hosts.find((host) => host.address === address);
  if (misled && refusing?.onRoute !== false) return 'old-host';
  return refusing !== undefined && isTakenElsewhere(refusing, hosts) ? 'leftover' : 'denied';
}

/** Whether an exchange under another parent name takes the mail. */
function isTakenElsewhere(refusing: HostResult, hosts: readonly HostResult[]): boolean {
  const accepting = hosts.filter(({ result, stage }) => result === 'accepted' && stage === 'rcpt');
  return accepting.some((host) => operatorOf(host) !== operatorOf(refusing));
}

function operatorOf({ exchange }: HostResult): string {
  return exchange.name === null ? exchange.exchange : (parentName(exchange.name) ?? exchange.exchange);
}
