/** What replies mean: every entry against every example, and what decides where several fit. */
import { describe, expect, it } from 'vitest';
import { allReplyEntries } from '../knowledge/replies/all-entries.js';
import type { Reply } from '../model/reply.js';
import type { Code, Confidence, Stage } from '../model/vocabulary.js';
import { parseReplyText } from '../parse/smtp/parse-reply-text.js';
import { decideEntry, detectProvider, findEntries, findPhrases } from './reply-index.js';
import { explainReply } from './reply-meaning.js';
import { readReplyText } from './reply-text.js';

const examples = allReplyEntries.flatMap((entry) =>
  entry.examples.map((example) => ({ id: entry.id, reply: example.reply, stage: example.stage ?? null, host: example.host ?? null })),
);

function parse(text: string): Reply {
  const reply = parseReplyText(text);
  if (reply === null) throw new Error(`no reply: ${text}`);
  return reply;
}

function explain(reply: string, stage: Stage | null = null, host: string | null = null) {
  return explainReply(parse(reply), { stage, host });
}

function candidates(reply: Reply, stage: Stage | null, host: string | null) {
  const text = readReplyText(reply);
  const phrases = findPhrases(text);
  const status = reply.enhanced ?? text.innerStatus;
  const provider = detectProvider({ phrases, sites: text.sites, status }, host);
  return findEntries(phrases, { reply, text, provider, context: { stage, host }, status });
}

describe('the knowledge of replies', () => {
  it.each(examples)('$id decides $reply', ({ id, reply, stage, host }) => {
    expect(explain(reply, stage, host).decidedBy).toBe(id);
  });

  it('leaves no example undecided between two entries', () => {
    const torn = examples.filter(({ reply, stage, host }) => decideEntry(candidates(parse(reply), stage, host))?.rival);
    expect(torn.map(({ reply }) => reply)).toEqual([]);
  });
});

/** Texts in which two reasons meet, ten thousand of them: the text of one example behind that of another. */
const mixtures = Array.from({ length: 10_000 }, (_, at) => {
  const first = examples[(at * 7919) % examples.length];
  // Another partner each time round.
  const second = examples[(at * 104_729 + 13 + Math.floor(at / examples.length)) % examples.length];
  const tail = (second?.reply ?? '').replace(/^\d{3}[- ](?:\d\.\d+\.\d+ )?/, '').replaceAll('\r\n', ' ');
  return {
    reply: `${(first?.reply ?? '').split('\r\n')[0]?.replace(/^(\d{3})-/, '$1 ')} ${tail}`,
    stage: first?.stage ?? null,
    host: first?.host ?? null,
  };
});

/** What a phrase stands for, written out; of many alternatives a dozen, spread evenly. */
function sampleTexts(phrase: string): readonly string[] {
  const texts = expandGroups(phrase).map(quoteSomething);
  const step = Math.max(1, Math.floor(texts.length / 12));
  return texts.filter((_, at) => at % step === 0);
}

function expandGroups(phrase: string): readonly string[] {
  const group = /\(([^()]*)\)/.exec(phrase);
  if (group === null) return [phrase];
  const [before, after] = [phrase.slice(0, group.index), phrase.slice(group.index + group[0].length)];
  return (group[1] ?? '').split('|').flatMap((choice) => expandGroups(`${before}${choice}${after}`));
}

const quoted: Readonly<Record<string, string>> = {
  '<ip>': '192.0.2.1',
  '<host>': 'mx.example.net',
  '<addr>': 'alice@example.net',
  '<link>': 'https://example.net/why',
  '<list>': 'zen.spamhaus.org',
  '<domainlist>': 'dbl.spamhaus.org',
  '*': 'whatever',
  '~': '',
};

function quoteSomething(text: string): string {
  return text.replace(/<[a-z]+>|[*~]/g, (mark) => quoted[mark] ?? mark);
}

describe('where several entries fit', () => {
  it('never lets their order decide', () => {
    const swayed = mixtures.filter(({ reply, stage, host }) => {
      const found = candidates(parse(reply), stage, host);
      return decideEntry(found)?.best.entry.id !== decideEntry([...found].reverse())?.best.entry.id;
    });
    expect(swayed).toEqual([]);
  });

  it('says so where two of equal weight mean different things', () => {
    const torn = mixtures.filter(({ reply, stage, host }) => decideEntry(candidates(parse(reply), stage, host))?.rival);
    expect(torn.length).toBeGreaterThan(0);
    const silent = torn.filter(({ reply, stage, host }) => {
      const meaning = explain(reply, stage, host);
      return !meaning.contradicts || meaning.confidence === 'certain';
    });
    expect(silent).toEqual([]);
  });

  it('has no phrase that two entries of equal weight claim', () => {
    const contested = allReplyEntries.flatMap((entry) =>
      entry.phrases.flatMap(sampleTexts).filter((text) => {
        const reply = parse(`${entry.classes.includes(4) && entry.classes.length === 1 ? 450 : 550} ${text}`);
        const read = readReplyText(reply);
        const found = findEntries(findPhrases(read), {
          reply,
          text: read,
          provider: entry.provider,
          context: { stage: null, host: null },
          status: null,
        });
        return decideEntry(found)?.rival;
      }),
    );
    expect(contested).toEqual([]);
  });
});

describe('the order of evidence', () => {
  it.each<[string, Code, string, Stage | null, string | null]>([
    [
      'a provider gives a registered number another meaning',
      'recipient.unknown',
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound',
      'rcpt',
      'x.mail.protection.outlook.com',
    ],
    ['elsewhere that number keeps its own', 'mx.null', '556 5.1.10 no', 'rcpt', 'mx.example.com'],
    [
      '"access denied" is an unknown mailbox at Microsoft',
      'recipient.unknown',
      '550 5.4.1 Recipient address rejected: Access denied.',
      'rcpt',
      'x.mail.protection.outlook.com',
    ],
    ['and a rule elsewhere', 'server.policy', '550 5.7.1 Recipient address rejected: Access denied', 'rcpt', 'mx.example.com'],
    ['the text goes before a status that names no cause', 'sender.blocklisted', '550 5.7.1 blocked using zen.spamhaus.org', 'rcpt', null],
    ['the text goes before a status that contradicts it', 'recipient.mailbox-full', '550 5.1.1 Mailbox full', 'rcpt', null],
    ['a status that names a cause goes before a mere hint', 'sender.no-reverse-dns', '550 5.7.25 Not allowed', 'rcpt', null],
    ['a status goes before the reply code', 'message.too-large', '554 5.3.4 Failed', 'message', null],
    ['552 at MAIL is a matter of size', 'message.too-large', '552 Error', 'mail', null],
    ['552 at RCPT one of the mailbox', 'recipient.mailbox-full', '552 Error', 'rcpt', null],
    [
      '550 at RCPT alone proves no unknown mailbox',
      'recipient.rejected',
      '550 Requested action not taken: mailbox unavailable',
      'rcpt',
      null,
    ],
    ['550 at MAIL is about the sender', 'sender.rejected', '550 Refused', 'mail', null],
    ['postscreen tests a newcomer', 'sender.greylisted', '450 4.3.2 Service currently unavailable', 'rcpt', null],
    ['postscreen has no free port', 'greeting.busy', '421 4.3.2 All screening ports are busy', 'greeting', null],
    [
      'class 5 status under a class 4 reply, believed by its text',
      'sender.dmarc-failed',
      '421 5.7.32 From: header not aligned. - gsmtp',
      'message',
      null,
    ],
    ['qmail puts the status into the text', 'recipient.unknown', '550 sorry (#5.1.1)', 'rcpt', null],
    ['nothing is said', 'reply.undisclosed', '554 Transaction failed', 'message', null],
    ['something unknown is said', 'reply.unrecognised', '554 Klaatu barada nikto', 'message', null],
    ['something unknown is said at RCPT', 'reply.unrecognised', '550 Klaatu barada nikto', 'rcpt', null],
  ])('%s: %s', (_, code, reply, stage, host) => {
    expect(explain(reply, stage, host).code).toBe(code);
  });

  it('takes 2yz and 3yz for success', () => {
    expect(explain('250 2.1.5 Ok').code).toBeNull();
    expect(explain('354 go on').code).toBeNull();
  });
});

describe('what is merely quoted says nothing', () => {
  it.each([
    ['a link with spam in it', '550 5.1.1 User unknown https://example.com/spam/550/greylist', 'recipient.unknown'],
    ['an address with spam in it', '550 5.1.1 <no-spam@virus.example> User unknown', 'recipient.unknown'],
    ['a host with relay in it', '452 4.2.2 relay-denied.example.com: Mailbox full', 'recipient.mailbox-full'],
    ['accents, written or not', '552 5.1.1 Boite aux lettres pleine', 'recipient.mailbox-full'],
    ['words that touch', '550 User unknown.Please check the address', 'recipient.unknown'],
  ])('%s', (_, reply, code) => {
    expect(explain(reply, 'rcpt').code).toBe(code);
  });
});

describe('the stage bounds what a reply can mean', () => {
  it.each<[Stage, string, Code]>([
    ['greeting', '554 mx.example.com no', 'greeting.rejected'],
    ['greeting', '554 User unknown', 'greeting.rejected'],
    ['greeting', '421 too busy', 'greeting.busy'],
    ['greeting', '450 whatever', 'greeting.busy'],
    ['greeting', '521 go away', 'host.takes-no-mail'],
    ['greeting', '554 Client host [192.0.2.1] blocked using zen.spamhaus.org', 'sender.blocklisted'],
    ['greeting', '421 Your server has no PTR record', 'sender.no-reverse-dns'],
    ['greeting', '421 too many connections from 192.0.2.1', 'sender.too-many-connections'],
    ['hello', '550 no', 'hello.rejected'],
    ['hello', '501 Syntactically invalid HELO argument(s)', 'hello.rejected'],
    ['hello', '421 come back later', 'server.busy'],
    ['hello', '550 blocked using zen.spamhaus.org', 'sender.blocklisted'],
    ['auth', '535 5.7.8 User unknown', 'sender.login-failed'],
    ['auth', '535 5.7.0 Account is disabled', 'sender.login-failed'],
    ['mail', '550 User unknown', 'sender.rejected'],
    ['mail', '552 Mailbox full', 'server.storage-full'],
    ['rcpt', '450 4.7.1 <foo>: Helo command rejected: Host not found', 'hello.rejected'],
  ])('%s: %s means %s', (stage, reply, code) => {
    expect(explain(reply, stage).code).toBe(code);
  });
});

describe('confidence', () => {
  it.each<[string, Confidence, boolean, string]>([
    ['code and text agree', 'certain', false, '550 5.1.1 User unknown'],
    ['the text alone', 'likely', false, '550 User unknown'],
    ['text against code', 'possible', true, '550 5.1.1 Mailbox full'],
    ['552 with an unknown user', 'possible', true, '552 no such user'],
    ['the status alone', 'likely', false, '550 5.1.1'],
    ['the reply code alone', 'possible', false, '452'],
    ["a product's own sentence", 'certain', false, '550 User unknown in virtual mailbox table'],
  ])('%s: %s', (_, confidence, contradicts, reply) => {
    const meaning = explain(reply, 'rcpt');
    expect({ confidence: meaning.confidence, contradicts: meaning.contradicts }).toEqual({ confidence, contradicts });
  });

  it('believes no liar about permanence', () => {
    expect(explain('421 4.7.1 [TS03] All messages from 192.0.2.1 will be permanently deferred').permanence).toBe('permanent');
    expect(explain('550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents - gsmtp').permanence).toBe(
      'temporary',
    );
    expect(explain('550 5.1.1 User unknown').permanence).toBe('permanent');
    expect(explain('450 4.1.1 User unknown').permanence).toBe('temporary');
  });
});
