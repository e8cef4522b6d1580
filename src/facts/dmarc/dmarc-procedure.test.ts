import { describe, expect, it } from 'vitest';
import type { DmarcCheck } from '../../model/dmarc-check.js';
import { assertDomainName } from '../../model/domain-name.js';
import { type DnsTable, runOverTable, tableServer } from '../testing/dns-table.js';
import { evaluateDmarc } from './dmarc-procedure.js';

interface Message {
  readonly from?: string;
  /** "example.com pass" */
  readonly spf?: string;
  readonly dkim?: readonly string[];
}

function check(table: DnsTable, { from = 'example.com', spf, dkim = [] }: Message = {}): { check: DmarcCheck; asked: readonly string[] } {
  const read = (words: string) => {
    const [domain = '', result = ''] = words.split(' ');
    return { domain: assertDomainName(domain), standing: result as 'pass' | 'fail' | 'undecided' };
  };
  const request = {
    author: assertDomainName(from),
    spf: spf === undefined ? null : read(spf),
    dkim: dkim.map(read),
    servers: [tableServer],
  };
  const { value, asked } = runOverTable(evaluateDmarc(request), table);
  return { check: value, asked };
}

/** "fail reject by p of example.com" */
function describeCheck(table: DnsTable, message?: Message): string {
  const { result, asks, policy } = check(table, message).check;
  return [result, ...(asks === null ? [] : [asks]), ...(policy === null ? [] : [`by ${policy.tag} of ${policy.domain}`])].join(' ');
}

const published = (text: string): readonly string[] => [`TXT v=DMARC1; ${text}`];
const rejecting: DnsTable = { '_dmarc.example.com': published('p=reject') };

describe('whose policy it is', () => {
  it.each<[string, DnsTable, Message, string]>([
    ['From’s own', rejecting, {}, 'fail reject by p of example.com'],
    ['that of the organization', rejecting, { from: 'news.example.com' }, 'fail reject by sp of example.com'],
    [
      'its word for subdomains',
      { '_dmarc.example.com': published('p=reject; sp=none') },
      { from: 'news.example.com' },
      'fail none by sp of example.com',
    ],
    [
      'its word for names that do not exist',
      { '_dmarc.example.com': published('p=none; sp=none; np=reject') },
      { from: 'x.example.com' },
      'fail reject by np of example.com',
    ],
    [
      'the name exists',
      { '_dmarc.example.com': published('p=none; np=reject'), 'x.example.com': ['A 192.0.2.1'] },
      { from: 'x.example.com' },
      'fail none by sp of example.com',
    ],
    [
      'From’s own goes before the organization’s',
      { ...rejecting, '_dmarc.news.example.com': published('p=none') },
      { from: 'news.example.com' },
      'fail none by p of news.example.com',
    ],
    [
      'one in between is found',
      { '_dmarc.b.example.com': published('p=quarantine') },
      { from: 'a.b.example.com' },
      'fail quarantine by sp of b.example.com',
    ],
    [
      'of several the topmost',
      { ...rejecting, '_dmarc.b.example.com': published('p=none') },
      { from: 'a.b.example.com' },
      'fail reject by sp of example.com',
    ],
    [
      'psd=n ends the walk',
      { ...rejecting, '_dmarc.b.example.com': published('p=none; psd=n') },
      { from: 'a.b.example.com' },
      'fail none by sp of b.example.com',
    ],
    [
      'a public suffix says something for those who say nothing',
      { '_dmarc.bank': published('p=reject; psd=y') },
      { from: 'mail.example.bank' },
      'fail reject by sp of bank',
    ],
    [
      'below a public suffix the organization’s own goes first',
      { '_dmarc.bank': published('p=reject; psd=y'), '_dmarc.example.bank': published('p=none') },
      { from: 'mail.example.bank' },
      'fail none by sp of example.bank',
    ],
    ['nobody publishes one', {}, {}, 'none'],
    ['two records are none', { '_dmarc.example.com': [...published('p=reject'), ...published('p=none')] }, {}, 'none'],
    [
      'another text beside it does not matter',
      { '_dmarc.example.com': ['TXT x', ...published('p=reject')] },
      {},
      'fail reject by p of example.com',
    ],
    ['another version is none', { '_dmarc.example.com': ['TXT v=DMARC2; p=reject'] }, {}, 'none'],
    ['the version must come first', { '_dmarc.example.com': ['TXT p=reject; v=DMARC1'] }, {}, 'none'],
    [
      'blanks, capitals, no semicolon at the end',
      { '_dmarc.example.com': ['TXT v=DMARC1 ;  p = REJECT '] },
      {},
      'fail reject by p of example.com',
    ],
    ['p= missing counts as none', { '_dmarc.example.com': published('rua=mailto:x@example.com') }, {}, 'fail none by p of example.com'],
    ['a test asks for one step less', { '_dmarc.example.com': published('p=reject; t=y') }, {}, 'fail quarantine by p of example.com'],
    [
      'a test of quarantine asks for nothing',
      { '_dmarc.example.com': published('p=quarantine; t=y') },
      {},
      'fail none by p of example.com',
    ],
    ['the lookup fails', { '_dmarc.example.com': ['SERVFAIL'] }, {}, 'temperror'],
  ])('%s', (_, table, message, expected) => {
    expect(describeCheck(table, message)).toBe(expected);
  });
  it('a name of many labels costs eight questions', () => {
    const { asked } = check({}, { from: 'a.b.c.d.e.f.g.h.i.j.mail.example.com' });
    expect(asked).toEqual([
      'TXT _dmarc.a.b.c.d.e.f.g.h.i.j.mail.example.com',
      'TXT _dmarc.g.h.i.j.mail.example.com',
      'TXT _dmarc.h.i.j.mail.example.com',
      'TXT _dmarc.i.j.mail.example.com',
      'TXT _dmarc.j.mail.example.com',
      'TXT _dmarc.mail.example.com',
      'TXT _dmarc.example.com',
      'TXT _dmarc.com',
    ]);
  });
});

describe('alignment', () => {
  const strict: DnsTable = { '_dmarc.example.com': published('p=reject; adkim=s; aspf=s') };
  it.each<[string, DnsTable, Message, string]>([
    ['SPF of the very domain', rejecting, { spf: 'example.com pass' }, 'pass by p of example.com'],
    ['SPF that fails', rejecting, { spf: 'example.com fail' }, 'fail reject by p of example.com'],
    ['SPF that could not be looked up', rejecting, { spf: 'example.com undecided' }, 'temperror by p of example.com'],
    ['SPF of another domain that could not be', rejecting, { spf: 'example.org undecided' }, 'fail reject by p of example.com'],
    ['SPF of a subdomain', rejecting, { spf: 'bounce.example.com pass' }, 'pass by p of example.com'],
    ['SPF of a subdomain, strict', strict, { spf: 'bounce.example.com pass' }, 'fail reject by p of example.com'],
    ['SPF of another domain', rejecting, { spf: 'example.org pass' }, 'fail reject by p of example.com'],
    ['a signature of the very domain, strict', strict, { dkim: ['example.com pass'] }, 'pass by p of example.com'],
    ['a signature of the domain above', rejecting, { from: 'news.example.com', dkim: ['example.com pass'] }, 'pass by sp of example.com'],
    ['a signature of a sibling', rejecting, { from: 'news.example.com', dkim: ['shop.example.com pass'] }, 'pass by sp of example.com'],
    [
      'one signature of several',
      rejecting,
      { dkim: ['esp.example pass', 'example.com fail', 'mail.example.com pass'] },
      'pass by p of example.com',
    ],
    ['none of several', rejecting, { dkim: ['esp.example pass', 'example.com fail'] }, 'fail reject by p of example.com'],
    [
      'psd=n parts siblings',
      { ...rejecting, '_dmarc.a.example.com': published('p=reject; psd=n') },
      { from: 'a.example.com', dkim: ['example.com pass'] },
      'fail reject by p of a.example.com',
    ],
    ['a name that only ends alike', rejecting, { dkim: ['badexample.com pass'] }, 'fail reject by p of example.com'],
  ])('%s', (_, table, message, expected) => {
    expect(describeCheck(table, message)).toBe(expected);
  });
});

it('what is wrong with a record is told', () => {
  const { policy } = check({ '_dmarc.example.com': published('p=block; sp=none; sp=reject; pct=20') }).check;
  expect(policy).toMatchObject({ requested: 'none', percent: 20, remarks: ['a tag stands twice, or a part is no tag', 'p= is no policy'] });
});
