/**
 * The normal form of a reply's text: what phrases are matched against.
 *
 * Lower-case words without accents, joined by one space, with one at each end; codes, punctuation and what is merely
 * quoted are taken out, so that "550" or "spam" within a link, a host's name or an address says nothing. In their
 * place stand `<link>`, `<host>`, `<addr>`, `<ip>`, and `<list>` or `<domainlist>` for a known blocklist.
 * A text is read to a bound; linear in its length.
 */
import { type Blocklist, blocklists } from '../knowledge/replies/blocklists.js';
import type { Reply } from '../model/reply.js';
import { foldAccents } from './fold-accents.js';

export interface ReplyText {
  /** ` user <addr> unknown ` */
  readonly normal: string;
  readonly words: readonly string[];
  /** The lines joined, codes removed, as received. */
  readonly plain: string;
  readonly links: readonly string[];
  readonly addresses: readonly string[];
  /** The hosts of links, and host names that Microsoft puts in brackets: they tell who speaks. */
  readonly sites: readonly string[];
  readonly blocklist: Blocklist | null;
  /** The status that stands in the text though it is not of the reply's class, or in qmail's `(#5.1.1)`; null where none does. */
  readonly innerStatus: string | null;
}

/** Longer texts are cut: RFC 5321 section 4.5.3.1.5 allows 512 octets a line, and the reason stands at the front. */
const textLimit = 2000;

/** Code, separator and enhanced code at the front of a line (RFC 2034 section 4), "550 #5.1.0" of IronPort among them. */
const lineFront = /^\s*\d{3}(?:[- ]|$)\s*(?:#?[245]\.\d{1,3}\.\d{1,3}(?=[\s:;,]|$))?[\s:;,]*/;

const innerStatusPattern = /(?:^|[\s(#])([245]\.\d{1,3}\.\d{1,3})(?=[\s):;,-]|$)/;

/** In this order: a link, an address, a repeated code with status, IPv6, IPv4 with a dash before it, a status, a name with dots, a word. */
const token =
  /(?:https?:\/\/|www\.)[^\s<>"]+|[^\s<>"(),;:@[\]]{1,64}@[^\s<>"(),;:@[\]]+|[2-5]\d\d[- ][245]\.\d{1,3}\.\d{1,3}(?![\w.])|(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){0,7}(?![\w:])|(?: - )?\d{1,3}(?:\.\d{1,3}){3}(?![\w])|[245]\.\d{1,3}\.\d{1,3}(?![\w.])|[a-z0-9_-]+(?:\.[a-z0-9_-]+)+|[\p{L}\p{N}]+(?:['’]\p{L}+)*/giu;

/** Most tokens: a word of which nothing is taken off. */
const plainWord = /^[a-z0-9]+$/i;
const linkFront = /^(?:https?:\/\/|www\.)/i;
const ipv4 = /^( - )?(\d{1,3}(?:\.\d{1,3}){3})$/;
const codeOrStatus = /^(?:[2-5]\d\d[- ])?[245]\.\d{1,3}\.\d{1,3}$/;

/** The server that Exchange Online names at the end of its replies. */
const bracketedHost = /\.prod\.outlook\.com$/i;

const listByDomain = new Map(blocklists.flatMap((list) => list.domains.map((domain) => [domain, list] as const)));
const listByWord = new Map(blocklists.flatMap((list) => list.words.map((word) => [word, list] as const)));

/** The lines' texts joined by spaces, codes removed, to the bound. */
function joinLines(reply: Reply): string {
  const first = reply.lines[0]?.text ?? '';
  const joined =
    reply.lines.length === 1 ? first.replace(lineFront, '') : reply.lines.map((line) => line.text.replace(lineFront, '')).join(' ');
  return joined.length > textLimit ? joined.slice(0, textLimit) : joined;
}

/** The normal form of a reply's text with what was taken out of it. */
export function readReplyText(reply: Reply): ReplyText {
  const plain = joinLines(reply);
  const reader = new TextReader();
  for (const found of plain.match(token) ?? []) reader.take(found);
  return {
    normal: ` ${reader.words.join(' ')} `,
    words: reader.words,
    plain,
    links: reader.links,
    addresses: reader.addresses,
    sites: reader.sites,
    blocklist: reader.domainList ?? reader.list,
    innerStatus: reply.enhanced === null ? findInnerStatus(reply, plain) : null,
  };
}

function findInnerStatus(reply: Reply, plain: string): string | null {
  const front = /^\s*\d{3}[- ]\s*#?([245]\.\d{1,3}\.\d{1,3})(?=[\s:;,]|$)/.exec(reply.lines[0]?.text ?? '');
  return front?.[1] ?? innerStatusPattern.exec(plain)?.[1] ?? null;
}

/** The blocklist whose zone or site a host name lies in, null where it is no known one. */
export function blocklistOfHost(host: string): Blocklist | null {
  let name = host.toLowerCase();
  for (;;) {
    const list = listByDomain.get(name);
    if (list !== undefined) return list;
    const dot = name.indexOf('.');
    if (dot < 0) return null;
    name = name.slice(dot + 1);
  }
}

/** RFC 4291 section 2.2: eight groups, or fewer with a gap; a time of day has neither. */
function isWhole(ipv6: string): boolean {
  return ipv6.includes('::') || ipv6.split(':').length === 8;
}

class TextReader {
  readonly words: string[] = [];
  readonly links: string[] = [];
  readonly addresses: string[] = [];
  readonly sites: string[] = [];
  list: Blocklist | null = null;
  domainList: Blocklist | null = null;

  take(found: string): void {
    if (plainWord.test(found)) this.takeWord(found);
    else if (linkFront.test(found)) this.takeLink(found);
    else if (found.includes('@')) this.words.push('<addr>');
    else if (found.includes(':')) this.takeIp(found, isWhole(found));
    else if (!found.includes('.')) this.takeWord(foldAccents(found.replace(/['’]/g, '')));
    else if (!codeOrStatus.test(found)) this.takeDotted(found);
  }

  private takeWord(word: string): void {
    const lower = word.toLowerCase();
    const list = listByWord.get(lower);
    if (list === undefined) this.words.push(lower);
    else this.takeList(list);
  }

  /** Yahoo: "user complaints - 4.16.55.1; see https://…": a code of its own with four parts. */
  private takeDotted(found: string): void {
    const [, dash, ip] = ipv4.exec(found) ?? [];
    if (ip === undefined) this.takeHost(found);
    else this.takeIp(ip, dash === undefined);
  }

  private takeIp(ip: string, isAddress: boolean): void {
    if (isAddress && !this.addresses.includes(ip)) this.addresses.push(ip);
    this.words.push('<ip>');
  }

  private takeLink(link: string): void {
    const trimmed = link.replace(/[.,;:)\]'"]+$/, '');
    this.links.push(trimmed);
    const host = /^(?:https?:\/\/)?([^/:?#]+)/i.exec(trimmed)?.[1] ?? '';
    this.sites.push(host);
    const list = blocklistOfHost(host);
    if (list === null) this.words.push('<link>');
    else this.takeList(list);
  }

  /** "unknown.Please" is two words without their space, not a host. */
  private takeHost(host: string): void {
    if (/\.[A-Z][a-z]/.test(host)) {
      for (const word of host.split(/[._-]/)) if (word !== '') this.takeWord(word);
      return;
    }
    if (bracketedHost.test(host)) this.sites.push(host);
    const list = blocklistOfHost(host);
    if (list === null) this.words.push('<host>');
    else this.takeList(list);
  }

  private takeList(list: Blocklist): void {
    if (list.lists === 'domains') this.domainList ??= list;
    else this.list ??= list;
    this.words.push(list.lists === 'domains' ? '<domainlist>' : '<list>');
  }
}
