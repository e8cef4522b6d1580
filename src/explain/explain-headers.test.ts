import { describe, expect, it } from 'vitest';
import { type HeaderBlock, headerBlocks } from '../intake/headers/testing/header-blocks.js';
import type { HeadersReport } from '../model/headers-report.js';
import { explainHeaders } from './explain-headers.js';

function explain(block: HeaderBlock): HeadersReport {
  const report = explainHeaders(headerBlocks[block]);
  if (report === null) throw new Error('no header');
  return report;
}

describe('the sentence that says it at once', () => {
  it.each<[HeaderBlock, string]>([
    [
      'postfix',
      "It took 10 min 3 s over 2 hops to mx.example.net. It waited 10 min 3 s at mail.example.org (the sender's) before mx.example.net took it.",
    ],
    ['exim', 'It took 7 s over 2 hops to mx.example.net, 7 s of it at mail.example.org.'],
    [
      'gmail',
      'It took 4 s over 3 hops to mx.google.com, 3 s of it at mail.example.org. DMARC ended as fail for example.org (p=REJECT sp=REJECT dis=NONE). DKIM ended as fail for example.org.',
    ],
    ['clockError', 'It took 18 s over 3 hops to mx.example.net, 18 s of it at or behind mail.example.org.'],
    ['bounce', 'It came to mx.example.net in one hop.'],
  ])('%s', (block, summary) => {
    expect(explain(block).summary).toBe(summary);
  });
});

describe('what is wrong, and who must act', () => {
  it.each<[HeaderBlock, [severity: string, actor: string | null][]]>([
    ['postfix', [['warning', 'The administrator of mail.example.org']]],
    ['exim', []],
    ['contentFilter', []],
    [
      'gmail',
      [
        ['error', 'The administrator of mail and DNS of example.org'],
        ['warning', 'The administrator of mail and DNS of example.org'],
      ],
    ],
    [
      'mailingList',
      [
        ['warning', 'The administrator of lists.example.com'],
        ['notice', 'The administrator of mail and DNS of example.org'],
      ],
    ],
    [
      'forwarded',
      [
        ['notice', 'The administrator of mail and DNS of example.org'],
        ['notice', 'The administrator of the receiving server'],
      ],
    ],
    [
      'loop',
      [
        ['error', 'The administrator of b.example.com'],
        ['error', 'The administrator of a.example.net'],
      ],
    ],
    [
      'clockError',
      [
        ['notice', 'The administrator of relay.example.com'],
        ['notice', null],
      ],
    ],
    ['sendmail', [['warning', 'The administrator of the spam filter, where the message was wanted; else its sender']]],
  ])('%s', (block, expected) => {
    expect(explain(block).problems.map(({ severity, actor }) => [severity, actor])).toEqual(expected);
  });

  it('a clock that is off by whole hours looks like a wrong time zone', () => {
    expect(explain('clockError').problems[0]?.summary).toBe(
      'The clock of relay.example.com is about 2 h ahead: the hops beside it contradict it. That is what a wrong time zone looks like.',
    );
  });
});

const recorded = (results: string, filter: string) =>
  explainHeaders(`Received: from mail.corp.example (203.0.113.5) by mx.example.com with ESMTPS; Tue, 24 Nov 2026 09:00:07 +0000
Authentication-Results: mx.example.com; ${results}
Received: from pc (198.51.100.7) by mail.corp.example with ESMTPSA; Tue, 24 Nov 2026 09:00:01 +0000
X-Forefront-Antispam-Report: CIP:203.0.113.5;SCL:9;SFV:SPM;CAT:${filter};
From: ann@corp.example
To: bob@example.com
Date: Tue, 24 Nov 2026 09:00:00 +0000
Message-ID: <x@corp.example>
`);
const failing =
  'spf=fail smtp.mailfrom=corp.example; dkim=fail (body hash did not verify) header.d=corp.example; dmarc=fail header.from=corp.example';

it('where the receiving side saw a signature nobody is told to switch signing on', () => {
  const steps = (results: string) =>
    recorded(results, 'SPM')
      ?.problems.flatMap(({ remedy }) => remedy)
      .join(' ');
  expect(steps(failing)).not.toContain('switch DKIM on');
  expect(steps('spf=fail smtp.mailfrom=corp.example; dkim=none; dmarc=fail header.from=corp.example')).toContain('switch DKIM on');
});

it('only a sender that proved its domain is to be allowed by it, and one of phishing never', () => {
  const advice = (results: string, filter: string) =>
    recorded(results, filter)
      ?.problems.find(({ summary }) => summary.startsWith('Exchange'))
      ?.remedy.join(' ');
  const passing = 'spf=pass smtp.mailfrom=corp.example; dkim=pass header.d=corp.example; dmarc=pass header.from=corp.example';
  expect(advice(passing, 'SPM')).toContain('allow the sender by its authenticated domain');
  expect(advice(failing, 'SPM')).toContain('have the sender mend SPF, DKIM and DMARC first');
  expect(advice(passing, 'HPHISH')).toContain('do not allow its sender');
  expect(recorded(failing, 'HPHISH')?.summary).toContain('took it for phishing');
});

it('without a header there is no report', () => {
  expect(explainHeaders('hello')).toBeNull();
});
