/**
 * What servers say of SPF, DKIM, DMARC and ARC.
 */
import { defineEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

const product = specificity.productPhrase;
const fails =
  '(fail|fails|failed|failure|failing|error|reject|rejected|invalid|softfail|hardfail|hard fail|hard fails|not pass|denied|policy|permerror|temperror|unauthorized|not allowed|not permitted|not valid|bad|missing|required|mismatch|did not pass|does not pass|forbid~|violation|check|not configured|not properly configured|not correctly configured|not set up|misconfigured|does not exist|not found|nxdomain)';

const sketches: readonly EntrySketch[] = [
  {
    name: 'spf-failed',
    code: 'sender.spf-failed',
    source: 'RFC 7208 section 8.4; pypolicyd-spf, policyd-spf, Exim spf, rspamd, Exchange, qmail-spf',
    phrases: [
      `spf (check |record |validation |test |policy |records |lookup |result |verification |authentication |)${fails}`,
      `spf * ${fails}`,
      `${fails} (the |your |)spf`,
      '(failed|fails|bad|invalid|no|missing|not pass|violates|violation of) (the |your |an |valid |) (spf|sender policy framework)',
      'sender policy framework',
      '(not|isnt|is not) (authorized|authorised|allowed|permitted|designated) (by|to send|to use|as) * (spf|domain|from <host>)',
      '(not|is not) (a |)(designated|permitted|authorized|authorised|allowed) (sender|mail server|mailserver|host|ip)',
      '<ip> is not (allowed|permitted|authorized|authorised) to send',
      'openspf *',
      'purported responsible address',
      'domain <host> does not (designate|authorize|permit)',
      'spf pobox',
      '(does not|doesnt) designate',
      'designated permitted sender',
    ],
    examples: [
      '550 5.7.23 <bob@example.com>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.example/Why',
      '550 SPF check failed for alice@example.net',
      '550 5.7.1 SPF: 192.0.2.1 does not designate permitted sender hosts',
      '550 5.7.1 SPF: 192.0.2.1 is not a designated permitted sender',
      '550 5.7.1 192.0.2.1 is not allowed to send mail from example.net',
      '550 Bad SPF records for [example.org:192.0.2.2], see http://spf.example.com/',
    ],
    specificity: product,
  },
  {
    name: 'dkim-failed',
    code: 'sender.dkim-failed',
    source: 'RFC 6376 section 6.1; OpenDKIM, Exim, rspamd',
    phrases: [
      `dkim (signature |check |verification |validation |)${fails}`,
      `dkim * ${fails}`,
      `(bad|invalid|failed|missing|no|broken|unsigned|valid) dkim`,
      'dkim (signature|signatures) (is |was |)(not|required|missing|invalid)',
      'message (is |was |)not signed',
    ],
    examples: ['550 5.7.20 DKIM signature verification failed', '550 5.7.1 No valid DKIM signature found', '451 4.7.20 bad DKIM signature'],
    specificity: product,
  },
  {
    name: 'dmarc-failed',
    code: 'sender.dmarc-failed',
    source: 'RFC 7489 section 10.3; OpenDMARC, rspamd, Exchange, large providers',
    phrases: [
      `dmarc (policy |check |evaluation |validation |verification |authentication |)${fails}`,
      `dmarc * ${fails}`,
      '(per|by|due to|because of|violates|failed|fails|does not pass|under|against|according to|not pass) (the |domain |domains |sender |senders |its |your |)dmarc',
      'dmarc policy',
      'owner dmarc',
      'dmarc',
      'domain (does not|doesnt) pass dmarc',
    ],
    examples: [
      '550 5.7.1 Email rejected per DMARC policy for example.net',
      '550 5.7.1 rejected by DMARC policy for example.net',
      '554 5.7.1 This message does not pass DMARC evaluation',
      '550 5.7.1 This message was not accepted due to domain (example.net) owner DMARC policy (RFC 7489)',
    ],
    specificity: product + 20,
  },
  {
    name: 'arc-failed',
    code: 'sender.arc-failed',
    source: 'RFC 8617 section 7.2',
    phrases: [
      'arc (validation|seal|chain|signature|verification|check) (fail~|failure|invalid|failed|is invalid|broken)',
      '(invalid|broken|bad) arc (chain|seal|signature)',
    ],
    examples: ['550 5.7.29 ARC validation failure', '550 ARC chain invalid'],
    specificity: product + 20,
  },
  {
    name: 'unauthenticated-by-code',
    code: 'sender.unauthenticated',
    source: 'RFC 7372 section 3.3: no login is meant where the status speaks of checks of the sender',
    enhanced: ['x.7.26'],
    phrases: ['authentication (is |)(required|failed|failure|needed)'],
    examples: ['550 5.7.26 Authentication required: SPF or DKIM must pass'],
    specificity: product + 10,
  },
  {
    name: 'unauthenticated',
    code: 'sender.unauthenticated',
    source: 'RFC 7372 section 3.3; Gmail, Yahoo, Microsoft',
    phrases: [
      'multiple authentication checks failed',
      '(unauthenticated|not authenticated) (email|mail|message|messages|sender|senders|e mail)',
      '(sender|message|mail|email|domain) (is |was |)(unauthenticated|not authenticated|lacks authentication|fails authentication)',
      '(sender|message|email|domain) authentication (failed|failure|required|checks failed|is required|check failed|missing)',
      '(neither|both|either) spf (nor|and|or) dkim',
      'spf (and|or) dkim (failed|required|must|both|authentication|check)',
      'authenticate with (either |)spf or dkim',
      'anti spoofing',
      'antispoof~ *',
      '(spoofed|spoofing|forged|forgery|impersonat~) *',
      '(looks|appears|seems) (to be |)(forged|spoofed|spoofing)',
      'header from * (mismatch|not aligned|does not match|forged)',
      'from header * (not aligned|mismatch|forged|spoofed)',
      'not authenticated (by|with) (spf|dkim|either)',
      'not aligned',
      'alignment',
      'meet the required authentication level',
      '(does not|doesnt) have authentication information',
      'fails to pass authentication checks',
    ],
    examples: [
      '550 5.7.26 <bob@example.com>: Recipient address rejected: Multiple authentication checks failed',
      '550 Unauthenticated senders not allowed',
      '550-5.7.1 Unauthenticated email from example.net is not accepted due to domain policy',
      '550 5.7.1 Message rejected by anti-spoofing policy',
      '550 5.7.1 Your message looks forged',
      "550 5.7.1 Access denied, sending domain example.com doesn't meet the required authentication level.",
      '421-4.7.0 This mail does not have authentication information or fails to pass\r\n421 4.7.0 authentication checks.',
    ],
    specificity: product,
  },
];

export const authenticationEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'text', source: 'RFC 7372, RFC 8601', specificity: specificity.phrase },
  sketches,
);
