import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FilterVerdict } from '../../../model/headers-report.js';
import { readHeaderFields } from '../header-fields.js';
import { readFilters } from './spam-filters.js';

const read = (text: string): readonly FilterVerdict[] => readFilters(readHeaderFields(text).list);

/** As seen in mail, with what it comes to: the product, its opinion, the score, the threshold. */
it.each<[string, [string, string, number | null, number | null]]>([
  ['X-IronPort-Anti-Spam-Filtered: true', ['Cisco IronPort', 'unknown', null, null]],
  ['X-ThreatScanner-Verdict: Negative', ['Cisco Threat Scanner', 'clean', null, null]],
  ["X-PMX-Spam: Gauge=IIIIIIII, Probability=8%, Report='\n MULTIPLE_RCPTS 0.1, HTML_00_01 0.05'", ['Sophos PureMessage', 'clean', 8, null]],
  ["X-PMX-Spam: Gauge=XXXXXXXXXIIIII, Probability=95%, Report=''", ['Sophos PureMessage', 'spam', 95, null]],
  ['X-KSMG-AntiSpam-Status: not_detected\nX-KSMG-AntiSpam-Rate: 0', ['Kaspersky Secure Mail Gateway', 'clean', 0, null]],
  ['X-KSMG-AntiSpam-Status: spam\nX-KSMG-AntiSpam-Rate: 100', ['Kaspersky Secure Mail Gateway', 'spam', 100, null]],
  ['X-KSMG-AntiSpam-Status: not scanned, disabled by settings', ['Kaspersky Secure Mail Gateway', 'unknown', null, null]],
  ['X-KLMS-AntiSpam-Status: probable_spam', ['Kaspersky for Linux Mail Server', 'suspicious', null, null]],
  ['X-SpamTest-Status-Extended: blacklisted\nX-SpamTest-Rate: 90', ['Kaspersky Anti-Spam', 'spam', 90, null]],
  ['X-TM-AS-Result: No-10--1.374400-8.000000', ['Trend Micro', 'clean', 1.3744, null]],
  ['X-TM-AS-Result: Yes--3.434300-0-31-1', ['Trend Micro', 'spam', 3.4343, null]],
  ['X-SpamReason: No, hits=0.0 required=7.0 tests=', ['Symantec Email Security.cloud', 'clean', 0, 7]],
  ['X-VADE-SPAMSTATE: clean\nX-VADE-SPAMSCORE: -100', ['Vade', 'clean', -100, null]],
  ['X-VADE-SPAMSTATE: spam:low', ['Vade', 'spam', null, null]],
  ['X-VR-SPAMSTATE: OK\nX-VR-SPAMSCORE: 15', ['OVHcloud (Vade)', 'clean', 15, null]],
  ['X-CTCH-Spam: Confirmed', ['Cyren', 'spam', null, null]],
  ['X-CMAE-Score: 0', ['Cloudmark', 'clean', 0, null]],
  ['X-CMAE-Score: 100', ['Cloudmark', 'spam', 100, null]],
  ['X-antispameurope-SPAMSTATUS: CLEAN', ['Hornetsecurity', 'clean', null, null]],
  ['X-FEAS-Spam-outbreak: x\nX-FEAS-Client-IP: 192.0.2.1', ['FortiMail', 'spam', null, null]],
  ['X-FEAS-Client-IP: 192.0.2.1', ['FortiMail', 'unknown', null, null]],
  ['X-Yandex-Spam: 1', ['Yandex', 'clean', null, null]],
  ['X-Yandex-Spam: 4', ['Yandex', 'spam', null, null]],
  ['X-Mras: Ok', ['Mail.ru', 'clean', null, null]],
  ['X-Mras: BAD', ['Mail.ru', 'spam', null, null]],
  ['X-UI-Filterresults: notjunk:1;V03:K0:abc', ['GMX / web.de / IONOS', 'clean', null, null]],
  ['X-UI-Filterresults: junk:10;V03:K0:abc', ['GMX / web.de / IONOS', 'spam', null, null]],
  ['X-YahooFilteredBulk: 192.0.2.1', ['Yahoo', 'spam', null, null]],
  ['X-Pm-Spamscore: 0\nX-Pm-Spam-Action: inbox', ['Proton', 'clean', 0, null]],
  [
    'X-MailScanner-SpamCheck: not spam, SpamAssassin (not cached, score=-1.9, required 6, BAYES_00 -1.90)',
    ['MailScanner', 'clean', -1.9, 6],
  ],
  ['X-MailScanner-SpamCheck: spam, SpamAssassin (score=9, required 6)', ['MailScanner', 'spam', 9, 6]],
  ['X-DSPAM-Result: Innocent\nX-DSPAM-Probability: 0.0000', ['DSPAM', 'clean', 0, null]],
  ['X-Bogosity: Spam, tests=bogofilter, spamicity=0.990000, version=1.2.4', ['Bogofilter', 'spam', 0.99, null]],
  ['X-RBL-Warning: zen.spamhaus.org: 192.0.2.1 is listed', ['DNS blocklists', 'suspicious', null, null]],
  ['X-Greylist: delayed 420 seconds by postgrey-1.37 at mx.example.net', ['Greylisting', 'clean', null, null]],
  ['X-Virus-Scanned: Debian amavis at mx.example.net', ['Amavis', 'unknown', null, null]],
  ['X-Virus-Scanned: by SpamTitan at example.net', ['SpamTitan', 'unknown', null, null]],
  ['X-Virus-Scanned: clamav-milter 0.103.8 at mx\nX-Virus-Status: Clean', ['ClamAV', 'clean', null, null]],
  ['X-Virus-Status: Infected (Eicar-Signature)\nX-Virus-Scanned: clamav-milter', ['ClamAV', 'infected', null, null]],
  ['X-Amavis-Alert: INFECTED, message contains virus: Eicar', ['Amavis', 'infected', null, null]],
  ['X-Amavis-Alert: BAD HEADER SECTION, Improper folded header field', ['Amavis', 'suspicious', null, null]],
])('%s', (text, [product, opinion, score, threshold]) => {
  expect(read(text).map((verdict) => [verdict.product, verdict.opinion, verdict.score, verdict.threshold])).toEqual([
    [product, opinion, score, threshold],
  ]);
});

it('an ordinary header has none', () => {
  expect(read('From: a@example.org\nX-Mailer: x\nX-Originating-IP: [192.0.2.1]\nX-Priority: 3')).toEqual([]);
});

it('whatever stands in the fields, reading ends', () => {
  const name = fc.constantFrom(
    'X-Spam-Status',
    'X-TM-AS-Result',
    'X-PMX-Spam',
    'X-VADE-SPAMSTATE',
    'X-MailScanner-SpamCheck',
    'X-Virus-Status',
    'X-Forefront-Antispam-Report',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string({ unit: 'binary', maxLength: 60 })), { maxLength: 6 }), (fields) => {
      const verdicts = read(fields.map(([key, value]) => `${key}: ${value}`).join('\n'));
      expect(verdicts.every(({ says }) => says.every((text) => text.length < 600))).toBe(true);
    }),
  );
});
