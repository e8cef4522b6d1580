/**
 * Comcast, Cox and Spectrum: access providers of the United States that put a code of their own into each refusal.
 */
import type { Code } from '../../../model/vocabulary.js';
import { defineProviderEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

const comcast = defineProviderEntries(
  {
    provider: 'comcast',
    source: 'Comcast postmaster: error codes',
    link: 'https://postmaster.comcast.net/smtp-error-codes.php',
    exampleHost: 'mx1.mxge.comcast.net',
  },
  [
    {
      name: 'dynamic',
      code: 'sender.blocked',
      phrases: ['(es000001|es000010)'],
      examples: ['554 ES000001 Mail from dynamic IP 192.0.2.1 not accepted'],
      remedy: ['Send through the relay of your provider.'],
    },
    {
      name: 'spam-pattern',
      code: 'sender.blocked',
      phrases: ['bl000000', 'comcast block for spam'],
      examples: [
        '554 resimta-po-35v comcast 192.0.2.1 found to be a source of spam BL000000',
        '554 resimta-ch2-01v.sys.comcast.net comcast 192.0.2.1 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000',
      ],
      remedy: ['Ask for removal by the form of https://postmaster.comcast.net/.'],
    },
    {
      name: 'spamhaus',
      code: 'sender.blocklisted',
      phrases: ['(bl000001|bl000010|bl000100|bl000011|bl000101|bl000110|bl000111)'],
      examples: [
        '554 resimta-po-35v comcast Comcast BL000001 Blocked for spam. See http://postmaster.comcast.net/',
        '554 BL000010 comcast blocked',
      ],
      remedy: ['Have the address taken off the lists that the digits add up to: 1 Spamhaus, 10 Cloudmark, 100 Sender Score.'],
    },
    {
      name: 'rate',
      code: 'sender.rate-limited',
      phrases: ['rl0~', 'rl000001', 'rl000002', 'rl000003', 'rl000010'],
      examples: ['421 RL000001 Try again later, comcast rate limit'],
    },
    {
      name: 'sessions',
      code: 'sender.too-many-connections',
      phrases: ['too many sessions'],
      examples: ['421 Too many sessions opened from 192.0.2.1'],
      remedy: ['Open at most 25 connections from one address.'],
    },
    {
      name: 'rdns',
      code: 'sender.no-reverse-dns',
      phrases: ['reverse dns *', 'reverse dns failure'],
      examples: ['421 Reverse DNS failure: Try again later'],
    },
  ],
);

function coxCode(name: string, code: Code, marks: readonly string[]): EntrySketch {
  return {
    name,
    code,
    phrases: marks.map((mark) => `aup ${mark}`),
    examples: [`554 cox.net refused. AUP#${(marks[0] ?? '').replace('~', '0001').toUpperCase()}`],
    specificity: specificity.providerCodeAndText,
  };
}

const cox = defineProviderEntries(
  {
    provider: 'cox',
    source: 'Cox: email error codes',
    link: 'https://www.cox.com/residential/support/email-error-codes.html',
    exampleHost: 'cxr.mx.a.cloudfilter.net.cox.net',
  },
  [
    coxCode('block', 'sender.blocked', ['cxbl', 'cdrbl']),
    coxCode('rdns', 'sender.no-reverse-dns', ['cxdns']),
    coxCode('sender', 'sender.unauthenticated', ['cxsndr']),
    coxCode('protocol', 'server.protocol-error', ['cxsmtp']),
    coxCode('connections', 'sender.too-many-connections', ['cxcnct']),
    coxCode('volume', 'sender.rate-limited', ['cxmxrt']),
    coxCode('account', 'sender.account-blocked', ['cxthrt', 'cxmj']),
    {
      ...coxCode('lists', 'sender.blocklisted', ['ipbl~']),
      remedy: ['Look up which list the digits stand for: Spamhaus, Return Path, Invaluement or Cloudmark.'],
    },
    coxCode('links', 'message.content-rejected', ['urlbl~']),
  ],
);

function spectrumCode(name: string, code: Code, numbers: readonly number[]): EntrySketch {
  return {
    name,
    code,
    phrases: numbers.flatMap((number) => [`aup (in |out |)${number}`]),
    examples: numbers.slice(0, 2).map((number) => `550 5.7.1 Refused. AUP#In-${number}`),
    specificity: specificity.providerCodeAndText,
  };
}

/** 1100, 1110, … 1150 */
function tens(from: number, to: number): readonly number[] {
  return Array.from({ length: (to - from) / 10 + 1 }, (_, at) => from + at * 10);
}

const spectrum = defineProviderEntries(
  {
    provider: 'spectrum',
    source: 'Spectrum: email error codes',
    link: 'https://www.spectrum.net/support/internet/understanding-email-error-codes',
    exampleHost: 'mx.charter.net',
  },
  [
    spectrumCode('block', 'sender.blocked', [1000]),
    spectrumCode('account', 'sender.account-blocked', tens(1010, 1080)),
    spectrumCode('later', 'server.busy', [1090]),
    spectrumCode('rdns', 'sender.no-reverse-dns', tens(1100, 1150)),
    spectrumCode('policy', 'server.policy', tens(1160, 1190)),
    {
      ...spectrumCode('cloudmark', 'sender.blocklisted', tens(1200, 1210)),
      remedy: ['Look the address up at https://csi.cloudmark.com/.'],
    },
    {
      ...spectrumCode('spamhaus', 'sender.blocklisted', tens(1220, 1250)),
      remedy: ['Look the address up at https://check.spamhaus.org/.'],
    },
    { ...spectrumCode('no-ipv6', 'sender.blocked', [1260]), remedy: ['Send over IPv4.'] },
    spectrumCode('connections', 'sender.too-many-connections', tens(1300, 1340)),
    spectrumCode('rate', 'sender.rate-limited', [...tens(1350, 1490), ...tens(1540, 1580)]),
    spectrumCode('sender', 'sender.rejected', tens(1500, 1520)),
    spectrumCode('size', 'message.too-large', [1530]),
  ],
);

export const accessProviderEntries: readonly ReplyEntry[] = [...comcast, ...cox, ...spectrum];
