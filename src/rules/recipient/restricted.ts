/**
 * The mailbox, group or list takes mail from members or insiders only.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'recipient/restricted',
  says: {
    'recipient.restricted': {
      description: 'The mailbox or list takes mail from members or insiders only.',
      variants: withUntold('restricted', {
        title: 'The address {recipient} takes mail from members or insiders only.',
        untold: 'The address takes mail from members or insiders only.',
        explanation:
          'The address exists, often as a group, a list or an internal mailbox, and its settings name who may write to it. A sender from outside, or one that did not log in, is not among them. Groups of Microsoft 365 are made so by default.',
        severity: 'error',
        responsible: 'recipient-mail',
        alsoInform: ['sender-user'],
        remedy: [
          'Write to a person there, or to an address that is meant for the public; subscribe, where it is a mailing list.',
          'At the recipient, to open a group or mailbox of Exchange or Microsoft 365: Set-DistributionGroup {recipient} -RequireSenderAuthenticationEnabled $false, or Set-UnifiedGroup or Set-Mailbox with the same switch.',
          'Or allow single senders: -AcceptMessagesOnlyFromSendersOrMembers. Google Groups: "Who can post". Mailman: accept_these_nonmembers.',
          'A sender inside the organisation: send through its own server with a login, so that it is known as an insider.',
        ],
        waitingHelps: 'no',
      }),
      references: [
        'RFC 3463 section 3.8 (X.7.2)',
        'Microsoft: Fix email delivery issues for error code 5.7.133 (and 5.7.12, 5.7.124, 5.7.134 to 5.7.136)',
      ],
      explains: [],
    },
  },
});
