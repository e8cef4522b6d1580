/**
 * What servers say when the recipient's domain is none of theirs.
 */
import { defineEntries, type ReplyEntry, specificity } from '../reply-entry.js';

export const relayEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'text', source: 'RFC 5321 section 3.6.1', specificity: specificity.productPhrase + 5 },
  [
    {
      name: 'relay-denied',
      code: 'server.relay-denied',
      source:
        'Postfix: "Relay access denied"; Exim: "relay not permitted"; Sendmail: "Relaying denied"; Exchange: "Unable to relay"; qmail: rcpthosts',
      phrases: [
        '(relay|relaying) (access |attempt |)(denied|rejected|not permitted|not allowed|prohibited|disallowed|is not allowed|is not permitted|refused|not authorized|not authorised|forbidden|blocked|disabled|not supported|is prohibited)',
        'relay access denied',
        '(unable|not able|refus~|cannot|can not|not permitted|not allowed|not authorized|not authorised|unauthorized|not configured|wont|will not|denied|do not|dont|does not) (to |)relay',
        'unable to relay (recipient in non accepted domain|for <addr>|)',
        '(not|no) (a |an |)(open |)(relay|relaying)',
        'no relaying',
        'we do not relay',
        'not configured to relay mail',
        'not (an |)(accepted|local|allowed|handled|hosted) domain',
        'domain isnt in my list of allowed rcpthosts',
        'sorry that domain isnt (in my list|allowed)',
        'rcpthosts',
        'recipient (domain |)(is |) not (a |)(local|hosted|handled|accepted|served)',
        'domain (is |)(not hosted|not local|not handled|not served|not accepted|not configured) (here|by|on|at|)',
        'mail server does not handle',
        'does not accept mail for (this |that |the |)domain',
        'we dont handle mail for',
        'not (permitted|allowed|authorized|authorised) to relay (through|via|on|here|to)',
        'relaying to <addr> (prohibited|denied)',
        'open relay not allowed',
        'no such domain (here|at this location|on this server)',
        '(must|please) authenticate (before|to) relay~',
        'recipient not in (a |)(local|accepted) domain',
        'third party (mail |)relay',
        'not a local (domain|recipient)',
        'no (mail |)relay~ (allowed|permitted|here)',
        'unauthorized relay',
        'host <host> relay * (denied|not permitted)',
        'relaying',
        'insecure mail relay',
        'requires authentication when attempting to send to a non local (e mail|email) address',
      ],
      examples: [
        '554 5.7.1 <bob@example.com>: Relay access denied',
        '550 relay not permitted',
        '503 This mail server requires authentication when attempting to send to a non-local e-mail address.',
        '550 Insecure Mail Relay',
        '550 5.7.1 bob@example.com... Relaying denied',
        '550 5.7.1 Unable to relay for bob@example.com',
        '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
        "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
        '550 5.7.1 Relaying denied. Proper authentication required.',
        '501 Rcpt-To validation failed: RCPT TO not accepted: 5.7.1 This system is not configured to relay mail (r)',
      ],
    },
  ],
);
