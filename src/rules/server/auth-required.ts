/**
 * The server takes mail only from those who log in: the MX names a submission server, or a relay of one's own wants a login.
 */
import type { RefusalSurroundings } from '../../facts/refusal-surroundings.js';
import type { SpokenReply } from '../../facts/spoken-replies.js';
import { addressScope } from '../../model/ip-address.js';
import { replyRule, withUntold } from '../reply-rule.js';

const common = { severity: 'error', waitingHelps: 'no' } as const;

export default replyRule({
  id: 'server/auth-required',
  says: {
    'server.auth-required': {
      description: 'The server takes mail only from those who log in.',
      variants: {
        ...withUntold('exchange', {
          ...common,
          title: 'The MX of {domain} names {server}, which takes mail only from those who log in.',
          untold: 'The server takes mail only from those who log in.',
          explanation:
            'A mail exchange must take mail for its own domain from any server, without a login. One that asks for a login is meant for submission by its own users, or the domain is not hosted there. No sender can mend this by logging in.',
          responsible: 'recipient-dns',
          alsoInform: ['recipient-mail'],
          remedy: [
            'Let the MX record of {domain} name the server that receives mail; hosts called smtp, submission or relay often only send.',
            'If {exchange} is the right one: let it take mail for {domain} without a login on port 25 (Postfix: no bare reject behind permit_sasl_authenticated for the smtp service in main.cf and master.cf).',
          ],
        }),
        relay: {
          ...common,
          title: 'The mail was to leave through {server}, which wants a login first.',
          explanation:
            'This relay knows its clients by user name and password. The sending server or program did not log in, or did so in a way that the relay does not take.',
          responsible: 'sender-mail',
          remedy: [
            'Give the sending server a login: smtp_sasl_auth_enable = yes with smtp_sasl_password_maps and relayhost (Postfix), an authenticators section with client_send (Exim), an AuthMechanism and credential at the send connector (Exchange).',
            'Use port 587 with STARTTLS or 465 with TLS; many relays offer no login on port 25 or in plain text.',
            'Microsoft 365 from devices: use a connector that knows the address of the device, or switch SMTP AUTH on for that mailbox.',
          ],
        },
        ...withUntold('reported', {
          ...common,
          title: 'The mail for {recipient} was not taken without a login.',
          untold: 'The server takes mail only from those who log in.',
          explanation:
            "The reply asks for a user name and password. From one's own outgoing server it means that the program did not log in. From the recipient's exchange it means that the MX names a server for submission, where strangers cannot deliver.",
          responsible: 'sender-mail',
          alsoInform: ['recipient-dns'],
          remedy: [
            'If the server is your own relay or provider: give the sending program or server the login (Postfix: smtp_sasl_auth_enable = yes and smtp_sasl_password_maps), on port 587.',
            "If it is the recipient's exchange: tell them that the server that their MX record names asks for a login.",
          ],
        }),
      },
      references: ['RFC 4954 section 6', 'RFC 6409 section 4.3', 'Microsoft: Set up a multifunction device or application to send email'],
      explains: [],
    },
  },
  choose: chooseWords,
});

function chooseWords({ subject, address, stage, isOwnSide }: SpokenReply, { file }: RefusalSurroundings): string {
  if (isOwnSide) return 'relay';
  if (subject.kind === 'reply' || address === null || stage === 'auth') return 'reported';
  return file.options.exchange !== null && addressScope(address) !== 'public' ? 'relay' : 'exchange';
}
