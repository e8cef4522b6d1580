/**
 * One Received field (RFC 5321 section 4.4) → who gave it to whom, how, and when.
 *
 * Every product writes its own: what the client is called stands before, in or behind the comment, the cipher in a
 * comment or a clause of its own. What is not told is null; nothing throws.
 */
import type { HeaderHop } from '../../model/headers-report.js';
import { addressScope, parseIpAddress } from '../../model/ip-address.js';
import { parseHeaderDate } from './header-date.js';
import { type StructuredWord, splitStructured } from './structured-words.js';

/** What the field tells of its hop, and when. */
export interface ReceivedField
  extends Pick<
    HeaderHop,
    'from' | 'fromName' | 'fromAddress' | 'by' | 'byAddress' | 'protocol' | 'tls' | 'id' | 'for' | 'software' | 'isPrivate'
  > {
  /** Milliseconds since 1970. */
  readonly atMs: number | null;
}

interface Clause {
  readonly words: readonly string[];
  readonly comments: readonly string[];
}

const nothing: Clause = { words: [], comments: [] };
const clauseNames = ['from', 'by', 'via', 'with', 'tls', 'id', 'for'] as const;
type ClauseName = (typeof clauseNames)[number];

const longestRead = 4000;

export function parseReceived(value: string): ReceivedField {
  const words = splitStructured(value.slice(0, longestRead), ';');
  const clauses = collectClauses(words);
  const from = clauses.get('from') ?? nothing;
  const by = clauses.get('by') ?? nothing;
  const comments = words.filter(({ kind }) => kind === 'comment').map(({ text }) => text);
  const protocol = readProtocol(clauses.get('with') ?? nothing, clauses.get('via') ?? nothing);
  const client = readClient(from);
  return {
    ...client,
    by: cleanHost(by.words[0]),
    byAddress: findAddress([...by.words, ...by.comments]),
    protocol,
    tls: readTls([...comments, ...(clauses.get('tls')?.words ?? []), ...(clauses.get('with')?.words ?? [])].join(' '), protocol),
    id: cleanWord(clauses.get('id')?.words[0]),
    for: readRecipient(clauses.get('for') ?? nothing),
    software: detectSoftware(value.slice(0, longestRead), by.words[0] ?? ''),
    isPrivate: isPrivateClient(client),
    atMs: readTime(value),
  };
}

/** Each clause once: what looks like a second one belongs to the one at hand ("with Microsoft SMTP Server"). */
function collectClauses(words: readonly StructuredWord[]): ReadonlyMap<ClauseName, Clause> {
  const clauses = new Map<ClauseName, { words: string[]; comments: string[] }>();
  let clause: { words: string[]; comments: string[] } = { words: [], comments: [] };
  for (const { kind, text } of words) {
    const name = clauseNames.find((each) => kind === 'word' && each === text.toLowerCase());
    if (kind === 'word' && text === ';') clause = { words: [], comments: [] };
    else if (name !== undefined && !clauses.has(name)) {
      clause = { words: [], comments: [] };
      clauses.set(name, clause);
    } else if (kind === 'comment') clause.comments.push(text);
    else clause.words.push(text);
  }
  return clauses;
}

function cleanWord(word: string | undefined): string | null {
  const clean = (word ?? '').replace(/^[<[]+|[>\],;]+$/g, '').slice(0, 255);
  return clean === '' ? null : clean;
}

function cleanHost(word: string | undefined): string | null {
  const host = cleanWord(word)
    ?.replace(/^IPv6:/i, '')
    .replace(/\.$/, '');
  return host === undefined || host === '' ? null : host;
}

const heloWord = /\b(?:helo|ehlo)[= ]\s?([^\s()[\]]+)/i;

/** Postfix, Sendmail: `HELO (NAME [IP])`; Exim: `NAME ([IP]:PORT helo=HELO)`; qmail: `NAME (HELO helo) (IP)`; Exchange: `NAME (IP)`. */
function readClient({ words, comments }: Clause): Pick<ReceivedField, 'from' | 'fromName' | 'fromAddress'> {
  const said = comments.join(' ');
  const first = cleanHost(words[0]);
  const fromAddress = findAddress([...comments, ...words]);
  const helo = cleanHost(heloWord.exec(said)?.[1]);
  if (helo !== null) return { from: helo, fromName: realName(first), fromAddress };
  const bracketed = /^([^\s[\]()=]+)\s*\[/.exec(said)?.[1];
  return { from: first, fromName: realName(cleanHost(bracketed)), fromAddress };
}

function realName(name: string | null): string | null {
  if (name === null || parseIpAddress(name) !== null) return null;
  return /^(?:unknown|unverified|\.)$/i.test(name) || name.includes('@') ? null : name;
}

const addressLike = /(?:IPv6:)?((?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f:]{2,39}(?:[\d.]{0,15}))/g;

function findAddress(texts: readonly string[]): string | null {
  for (const text of texts) {
    for (const [, candidate = ''] of text
      .replace(/IPv6:/gi, '')
      .replace(/\]:\d{1,5}/g, ']')
      .slice(0, 500)
      .matchAll(addressLike)) {
      const address = candidate.includes('.') || candidate.includes(':') ? parseIpAddress(candidate) : null;
      if (address !== null) return address;
    }
  }
  return null;
}

function isPrivateClient({ from, fromAddress }: Pick<ReceivedField, 'from' | 'fromAddress'>): boolean {
  const address = fromAddress === null ? null : parseIpAddress(fromAddress);
  if (address !== null) return addressScope(address) !== 'public';
  return from === null || /^localhost\b/i.test(from);
}

function readProtocol(withClause: Clause, via: Clause): string | null {
  const said = withClause.words.join(' ').slice(0, 80) || via.words.join(' ').slice(0, 80);
  return said === '' ? null : said;
}

/** RFC 3848: the S behind a protocol's name says that it was TLS. */
const tlsProtocol = /^(?:utf8)?(?:e?smtp|lmtp)sa?$/i;

/** A version, else "TLS" where only the protocol's name tells. */
function readTls(text: string, protocol: string | null): string | null {
  const [, family, major, minor] = /\b(TLS|SSL)[v_]{0,2}(\d)(?:[._](\d))?/i.exec(text) ?? [];
  if (family !== undefined) return `${family.toUpperCase()}v${major}${minor === undefined ? '' : `.${minor}`}`;
  return protocol !== null && tlsProtocol.test(protocol.split(' ')[0] ?? '') ? 'TLS' : null;
}

function readRecipient({ words }: Clause): string | null {
  const word = words.find((each) => each.includes('@')) ?? words[0];
  return cleanWord(word);
}

const products: readonly (readonly [string, RegExp])[] = [
  ['amavis', /\(amavis/i],
  ['Postfix', /\(Postfix|\bby \S+ \(Postcow|with Postfix/i],
  ['Exim', /\(Exim|\bwith e?smtps?a? \(.{0,200}envelope-from/i],
  ['OpenSMTPD', /\(OpenSMTPD/i],
  ['Exchange', /Microsoft SMTP Server|\bwith mapi\b|Mailbox Transport|HTTPS? via Frontend/i],
  ['Sendmail', /\(\d+\.\d+\.\d+[^)/]{0,40}\/\d+\.\d+\.\d+|Sendmail/i],
  ['qmail', /\(qmail|\bwith qmail/i],
  ['Courier', /\(Courier|courier/i],
  ['fetchmail', /\(fetchmail/i],
  ['Haraka', /\(Haraka/i],
  ['Dovecot', /\(Dovecot\)|\bwith LMTPA? id \S{18,30}\s*\(envelope-from/i],
];

function detectSoftware(value: string, by: string): string | null {
  if (/(?:^|\.)google\.com$/i.test(by)) return 'Gmail';
  return products.find(([, pattern]) => pattern.test(value))?.[0] ?? null;
}

/** Behind the last semicolon; else the last that looks like a date, where the semicolon was lost. */
function readTime(value: string): number | null {
  const end = value.slice(-400);
  const semicolon = end.lastIndexOf(';');
  return (semicolon < 0 ? null : parseHeaderDate(end.slice(semicolon + 1))) ?? parseHeaderDate(end.slice(-120));
}
