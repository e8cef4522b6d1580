/**
 * A reply or a report says that the recipient's domain takes no mail, names no mail server, or leads back to the sender.
 */
import { ownSide, replyRule, withUntold } from '../reply-rule.js';

const common = { severity: 'error', waitingHelps: 'no' } as const;

export default replyRule({
  id: 'mx/reported',
  choose: ({ meaning }) => (meaning.decidedBy === 'text/next-host-not-found' ? 'next-host' : 'reported'),
  // Of this very machine `mx/points-here` tells.
  isToldElsewhere: ({ meaning, address }, { ownExchange }) => meaning.code === 'mx.points-here' && ownExchange?.address === address,
  says: {
    'mx.null': {
      description: 'The domain says by a null MX that it takes no mail.',
      variants: withUntold('reported', {
        ...common,
        title: 'The domain {domain} takes no mail, says {server}.',
        untold: "The recipient's domain says that it takes no mail.",
        explanation:
          'The domain publishes a null MX ("MX 0 ."), or its server is told to take nothing for it. Nobody reads mail there, and every sender bounces at once.',
        responsible: 'sender-user',
        alsoInform: ['recipient-dns'],
        remedy: [
          'Look for another address of the person; this domain has no mailboxes.',
          'If it should have: remove the null MX (dig {domain} MX) and publish the real one.',
        ],
      }),
      references: ['RFC 7505 section 3', 'RFC 7505 section 4', 'RFC 3463 section 3.2 (X.1.10)'],
      explains: [],
    },
    'mx.missing': {
      description: 'The domain has no MX record and no address that takes mail in its place.',
      variants: withUntold('reported', {
        ...common,
        title: 'The domain {domain} names no mail server, says {server}.',
        untold: "The recipient's domain names no mail server.",
        explanation:
          'The server that refused found neither an MX record nor an address for the domain, or only mail servers that cannot be found. Either the domain is misspelt, or its owner has not set up mail.',
        responsible: 'recipient-dns',
        alsoInform: ['sender-user'],
        remedy: [
          'Compare the spelling of the domain with an older mail.',
          'See what DNS says: dig {domain} MX.',
          'At the recipient: publish an MX record for {domain} that names its mail server, and an address record for that name.',
        ],
      }),
      references: ['RFC 5321 section 5.1', 'RFC 3463 section 3.5 (X.4.4)'],
      explains: [],
    },
    'mx.target-not-found': {
      description: 'An MX names a host that does not exist or has no address.',
      variants: {
        'next-host': {
          ...common,
          title:
            'A host that the mail was to go to does not exist: an exchange of the domain, or the relay of the server that has the mail.',
          explanation:
            "The name stands in the reason, and it is not the recipient's domain. Either an MX record of the domain names a host without an address, or the mail server is told to send through a host that DNS does not know.",
          responsible: 'recipient-dns',
          alsoInform: ['sender-mail'],
          remedy: [
            'Compare the name in the reason with your own settings (Postfix: relayhost, transport_maps): if it stands there, correct it there.',
            'Otherwise see what the MX of the domain says: mailwhy {domain}, or dig {domain} MX.',
            'At the recipient: give that name an A or AAAA record, or take it out of the MX.',
          ],
        },
        ...withUntold('reported', {
          ...common,
          title: 'The MX of {domain} names nothing but hosts that do not exist, says {server}.',
          untold: "The MX of the recipient's domain names nothing but hosts that do not exist.",
          explanation:
            'The domain has MX records, and none of the names in them has an address. Often a server was renamed or a final dot was forgotten in the zone file. Senders bounce at once.',
          responsible: 'recipient-dns',
          alsoInform: ['sender-user'],
          remedy: [
            'See which names they are: mailwhy {domain}, or dig {domain} MX.',
            'At the recipient: correct the MX records of {domain}, or give the names in them A or AAAA records.',
          ],
        }),
      },
      references: ['RFC 5321 section 5.1', 'RFC 1035 section 5.1'],
      explains: [],
    },
    'mx.points-here': {
      description: 'The MX leads back to the machine that sends.',
      variants: {
        ...ownSide({
          title: 'The mail loops back to the very mail server that has it.',
          explanation:
            'That server is named in the MX of the domain, or is told to pass the mail on to itself, and does not take mail for that domain. Either it should and does not know it, or the way that leads to it is wrong.',
          alsoInform: ['recipient-dns'],
          remedy: [
            'If it is to take the mail: add the domain to its own (Postfix: mydestination, virtual_mailbox_domains or relay_domains; Exim: local_domains or relay_to_domains).',
            'If it should pass it on: tell it where to (Postfix: transport_maps, relayhost; Exim: a manualroute router).',
            'If it stands behind NAT: tell it its public address (Postfix: proxy_interfaces).',
            'If it has nothing to do with the domain: the MX record is wrong.',
          ],
          waitingHelps: 'no',
        }),
        ...withUntold('reported', {
          ...common,
          title: 'Mail for {domain} loops back to the server that gets it, says {server}.',
          untold: 'The mail loops back to the server that gets it.',
          explanation:
            'A server that is named in the MX of a domain, or stands behind the address that is, would hand the message to itself for ever: "mail loops back to myself". Either it should take mail for the domain and does not know it, or the MX is wrong.',
          responsible: 'recipient-mail',
          alsoInform: ['recipient-dns', 'sender-mail'],
          remedy: [
            'If that server is to take the mail: add {domain} to its domains (Postfix: mydestination, virtual_mailbox_domains or relay_domains; Exim: local_domains or relay_to_domains).',
            'If it should pass it on: tell it where to (Postfix: transport_maps; Exim: a manualroute router).',
            'If it stands behind NAT: tell it its public address (Postfix: proxy_interfaces).',
            'If it has nothing to do with {domain}: correct the MX record.',
          ],
        }),
      },
      references: ['RFC 5321 section 5.1', 'Postfix: proxy_interfaces'],
      explains: [],
    },
  },
});
