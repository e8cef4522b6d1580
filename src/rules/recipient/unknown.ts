/**
 * The mailbox does not exist, says the server: a slip of the sender's user, unless the domain contradicts itself.
 *
 * Where another host of the domain takes the recipient, or the postmaster, whom every domain must have, is unknown
 * too, the list of recipients at this server is what is wrong, and its administrator must act.
 */
import type { RefusalSurroundings } from '../../facts/refusal-surroundings.js';
import type { SpokenReply } from '../../facts/spoken-replies.js';
import { replyRule, withUntold } from '../reply-rule.js';

const common = { severity: 'error', waitingHelps: 'no' } as const;

const removal =
  'Remove the address from address books, autocomplete lists and mailing lists: repeated mail to unknown addresses costs reputation.';
const lookAtList =
  'At the recipient: compare the list of recipients on {server} with the one that counts (Postfix: relay_recipient_maps, local_recipient_maps, virtual_mailbox_maps; Exchange edge: Start-EdgeSynchronization; gateways: their directory import).';

export default replyRule({
  id: 'recipient/unknown',
  says: {
    'recipient.unknown': {
      description: 'The mailbox does not exist.',
      variants: {
        ...withUntold('unknown', {
          ...common,
          title: 'The mailbox {localPart} does not exist at {domain}.',
          untold: 'The mailbox does not exist.',
          explanation:
            'The server knows its mailboxes, and this one is not among them. Either the address is misspelt, or its owner has left or was renamed. Whoever is sure that it is right should know that servers also say so when a new mailbox has not reached all of them yet.',
          responsible: 'sender-user',
          alsoInform: ['recipient-mail'],
          remedy: [
            'Compare the spelling of {recipient} with an older mail from the person, or phone.',
            removal,
            'Sure that it exists? Ask its administrator to look it up on {server}: Get-Recipient {recipient} (Exchange, Microsoft 365), Directory, Users (Google Workspace), postmap -q {recipient} (Postfix), exim -bt {recipient} (Exim).',
          ],
        }),
        ...withUntold('for-now', {
          ...common,
          waitingHelps: 'unknown',
          title: 'The mailbox {localPart} is not known at {domain} at the moment.',
          untold: 'The mailbox is not known to the server at the moment.',
          explanation:
            'The server says that it does not know the mailbox, yet with a temporary code: senders keep the message and try again until their queue gives up. Some servers answer so while a directory cannot be read or a new address is being set up; some are told to answer so for good (Postfix: unknown_local_recipient_reject_code = 450).',
          responsible: 'sender-user',
          alsoInform: ['recipient-mail'],
          remedy: [
            'Compare the spelling of {recipient} with an older mail from the person, or phone.',
            'If it is right: leave the message in the queue, and tell the administrator there if it stays.',
            'At the recipient: if the mailbox really is unknown, answer 550 5.1.1, so that the sender learns it at once.',
          ],
        }),
        disputed: {
          ...common,
          title: 'The mailbox {localPart} is unknown to {server}, and another exchange of {domain} takes it.',
          explanation:
            'Two mail servers of the same domain answer the same recipient differently, so the address is very likely right and the list of recipients on this one is incomplete or old. Whether a message arrives depends on which of them a sender comes to.',
          responsible: 'recipient-mail',
          remedy: [
            lookAtList,
            'Until then: take {exchange} out of the MX of {domain}, or let it take every recipient and pass the mail on.',
          ],
        },
        'no-postmaster': {
          ...common,
          title: 'The mailbox {localPart} is unknown to {server}, and so is the postmaster, whom every domain must have.',
          explanation:
            'A server that takes mail for a domain must know its postmaster. This one does not, so more is wrong than a misspelt address: its list of recipients is empty, cannot be read, or the domain is not set up there.',
          responsible: 'recipient-mail',
          alsoInform: ['sender-user'],
          remedy: [
            lookAtList,
            'Give {domain} a postmaster address that somebody reads.',
            'At the sender: compare the spelling of {recipient} all the same.',
          ],
        },
        postmaster: {
          ...common,
          title: 'The postmaster address of {domain}, which must exist, is refused by {server}.',
          explanation:
            'Every server that takes mail for a domain must take it for the postmaster, in any spelling of upper and lower case. Either it was forgotten, or the domain is not set up on this server.',
          responsible: 'recipient-mail',
          remedy: [
            'Until then: tell the administrator by phone, or through the contact of the domain in whois or on its web site.',
            'At the recipient: let {recipient} lead to somebody who reads it (Postfix, Exim, Sendmail: postmaster in /etc/aliases, then newaliases; for virtual domains an entry of its own; Exchange and Microsoft 365: a mailbox or alias of that name).',
          ],
        },
      },
      references: ['RFC 5321 section 3.3', 'RFC 5321 section 4.2.3 (550)', 'RFC 3463 section 3.2 (X.1.1)'],
      explains: [],
    },
  },
  choose: chooseWords,
});

function chooseWords(spoken: SpokenReply, surroundings: RefusalSurroundings): string {
  const { target } = surroundings.file;
  if (spoken.subject.kind === 'reply' || target.kind !== 'address') return spoken.reply.code < 500 ? 'for-now' : 'unknown';
  if (target.mailbox.localPart.toLowerCase() === 'postmaster') return 'postmaster';
  if (isTakenElsewhere(spoken, surroundings)) return 'disputed';
  if (spoken.reply.code < 500) return 'for-now';
  return isPostmasterUnknown(spoken, surroundings) ? 'no-postmaster' : 'unknown';
}

function isTakenElsewhere({ address }: SpokenReply, { hosts }: RefusalSurroundings): boolean {
  return hosts.some((host) => host.address !== address && host.result === 'accepted' && host.stage === 'rcpt');
}

function isPostmasterUnknown({ evidence }: SpokenReply, { postmaster }: RefusalSurroundings): boolean {
  return postmaster.some(({ smtp, reply }) => smtp.id === evidence && reply.code >= 500);
}
