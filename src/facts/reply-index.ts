/**
 * The knowledge of replies, indexed: which entries fit a reply, and which of them knows most.
 *
 * Built at the first question. Entries with phrases are found by their words, the others by enhanced code,
 * reply code or class.
 */
import { allReplyEntries } from '../knowledge/replies/all-entries.js';
import { type ProviderId, providers } from '../knowledge/replies/providers.js';
import type { ReplyEntry } from '../knowledge/replies/reply-entry.js';
import type { Reply } from '../model/reply.js';
import type { ReplyContext } from '../model/reply-meaning.js';
import { createPhraseIndex, type PhraseIndex, type PhraseMatch } from './reply-phrases.js';
import type { ReplyText } from './reply-text.js';

/** An entry that fits, and how many characters of a phrase of it stand in the text (0 where it needs none). */
export interface EntryMatch {
  readonly entry: ReplyEntry;
  readonly length: number;
}

/** Words that are an entry's, or the mark of a provider. */
type PhraseOwner = ReplyEntry | ProviderId;

interface ReplyIndex {
  readonly phrases: PhraseIndex<PhraseOwner>;
  readonly byStatus: ReadonlyMap<string, readonly ReplyEntry[]>;
  readonly byReplyCode: ReadonlyMap<number, readonly ReplyEntry[]>;
  readonly others: readonly ReplyEntry[];
  readonly providerByHost: ReadonlyMap<string, ProviderId>;
  readonly providerBySite: ReadonlyMap<string, ProviderId>;
}

let built: ReplyIndex | null = null;

function replyIndex(): ReplyIndex {
  built ??= buildIndex(allReplyEntries);
  return built;
}

function buildIndex(entries: readonly ReplyEntry[]): ReplyIndex {
  const wordless = entries.filter((entry) => entry.phrases.length === 0);
  const plain = wordless.filter((entry) => entry.enhanced.length === 0);
  return {
    phrases: createPhraseIndex<PhraseOwner>([
      ...entries.filter(({ phrases }) => phrases.length > 0).map((entry) => ({ owner: entry, phrases: entry.phrases })),
      ...providers.filter(({ marks }) => marks.length > 0).map(({ id, marks }) => ({ owner: id, phrases: marks })),
    ]),
    byStatus: groupEntries(wordless, (entry) => entry.enhanced),
    byReplyCode: groupEntries(plain, (entry) => entry.replyCodes),
    others: plain.filter((entry) => entry.replyCodes.length === 0),
    providerByHost: new Map(providers.flatMap(({ id, hosts }) => hosts.map((host) => [host, id] as const))),
    providerBySite: new Map(providers.flatMap(({ id, sites }) => sites.map((site) => [site, id] as const))),
  };
}

function groupEntries<Key>(entries: readonly ReplyEntry[], keysOf: (entry: ReplyEntry) => readonly Key[]): ReadonlyMap<Key, ReplyEntry[]> {
  const groups = new Map<Key, ReplyEntry[]>();
  for (const entry of entries) for (const key of keysOf(entry)) groups.set(key, [...(groups.get(key) ?? []), entry]);
  return groups;
}

/** What stands in the text: phrases of entries, and marks of providers. */
export interface SpokenPhrases {
  readonly entries: readonly EntryMatch[];
  readonly marks: readonly PhraseMatch<ProviderId>[];
}

/** All phrases of the knowledge that stand in the text. */
export function findPhrases(text: ReplyText): SpokenPhrases {
  const entries: EntryMatch[] = [];
  const marks: PhraseMatch<ProviderId>[] = [];
  for (const { owner, length } of replyIndex().phrases.match(text.normal, text.words)) {
    if (typeof owner === 'string') marks.push({ owner, length });
    else entries.push({ entry: owner, length });
  }
  return { entries, marks };
}

/** What a reply tells of who speaks, beside its host's name. */
export interface ProviderClues {
  readonly phrases: SpokenPhrases;
  readonly sites: readonly string[];
  readonly status: string | null;
}

/** Of mailboxes and policy the IANA registry has details of one or two digits; Microsoft's own have three. */
const microsoftStatus = /^[45]\.(?:2\.\d{3}|7\.[1256789]\d\d)$/;

/**
 * The provider that spoke: by its host's name, by a mark of its own in the text, by a link to its pages, by the form of its
 * status; null where nothing tells. Microsoft's two services answer behind each other's names: there the mark is the better
 * witness.
 */
export function detectProvider({ phrases: { marks }, sites, status }: ProviderClues, host: string | null): ProviderId | null {
  const index = replyIndex();
  const byMark = longestMark(marks) ?? findSite(index, sites);
  const byHost = host === null ? null : findWithin(index.providerByHost, host);
  if (byHost === null && byMark === null) return status !== null && microsoftStatus.test(status) ? 'microsoft-365' : null;
  if (byHost === null || byMark === null) return byHost ?? byMark;
  return isMicrosoft(byHost) && isMicrosoft(byMark) ? byMark : byHost;
}

function isMicrosoft(provider: ProviderId): boolean {
  return provider === 'microsoft-365' || provider === 'outlook';
}

function longestMark(found: readonly PhraseMatch<ProviderId>[]): ProviderId | null {
  const [first, ...rest] = found;
  if (first === undefined) return null;
  return rest.reduce((best, match) => (match.length > best.length ? match : best), first).owner;
}

function findSite(index: ReplyIndex, sites: readonly string[]): ProviderId | null {
  for (const site of sites) {
    const provider = findWithin(index.providerBySite, site);
    if (provider !== null) return provider;
  }
  return null;
}

/** The entry of the name, or of the nearest domain that it lies in. */
function findWithin(table: ReadonlyMap<string, ProviderId>, host: string): ProviderId | null {
  let name = host.toLowerCase().replace(/\.$/, '');
  for (;;) {
    const provider = table.get(name);
    if (provider !== undefined) return provider;
    const dot = name.indexOf('.');
    if (dot < 0) return null;
    name = name.slice(dot + 1);
  }
}

export interface ReplyMarks {
  readonly reply: Reply;
  readonly text: ReplyText;
  readonly provider: ProviderId | null;
  readonly context: ReplyContext;
  /** `5.1.1`, of the reply or found in its text; null where there is none. */
  readonly status: string | null;
}

/** All entries whose conditions hold. */
export function findEntries({ entries: spoken }: SpokenPhrases, marks: ReplyMarks): readonly EntryMatch[] {
  const index = replyIndex();
  const coded = [...statusEntries(index, marks.status), ...(index.byReplyCode.get(marks.reply.code) ?? []), ...index.others];
  return [...spoken, ...coded.map((entry) => ({ entry, length: 0 }))].filter(({ entry }) => holds(entry, marks));
}

function statusEntries(index: ReplyIndex, status: string | null): readonly ReplyEntry[] {
  if (status === null) return [];
  return [...(index.byStatus.get(status) ?? []), ...(index.byStatus.get(anyClass(status)) ?? [])];
}

/** `x.1.1` of `5.1.1`. */
function anyClass(status: string): string {
  return `x${status.slice(1)}`;
}

function holds(entry: ReplyEntry, { reply, provider, context, status }: ReplyMarks): boolean {
  if (entry.provider !== null && entry.provider !== provider) return false;
  if (entry.classes.length > 0 && !entry.classes.includes(reply.code < 500 ? 4 : 5)) return false;
  if (entry.replyCodes.length > 0 && !entry.replyCodes.includes(reply.code)) return false;
  if (entry.stages.length > 0 && (context.stage === null || !entry.stages.includes(context.stage))) return false;
  if (entry.enhanced.length === 0) return true;
  return status !== null && (entry.enhanced.includes(status) || entry.enhanced.includes(anyClass(status)));
}

/** What decides among the entries that fit: the one that knows most; `rival` is another of the same weight with another meaning. */
export interface Decision {
  readonly best: EntryMatch;
  readonly rival: EntryMatch | null;
}

/** Null where no entry fits. */
export function decideEntry(matches: readonly EntryMatch[]): Decision | null {
  const [best, ...rest] = [...matches].sort(compareMatches);
  if (best === undefined) return null;
  const rival = rest.find((other) => weigh(other, best) === 0 && other.entry.code !== best.entry.code) ?? null;
  return { best, rival };
}

function weigh(a: EntryMatch, b: EntryMatch): number {
  return b.entry.specificity - a.entry.specificity || b.length - a.length || conditions(b.entry) - conditions(a.entry);
}

/** Equal ones by name: that decides nothing but which of two is called the rival. */
function compareMatches(a: EntryMatch, b: EntryMatch): number {
  return weigh(a, b) || (a.entry.id < b.entry.id ? -1 : 1);
}

function conditions(entry: ReplyEntry): number {
  return [entry.classes, entry.replyCodes, entry.enhanced, entry.stages].filter((list) => list.length > 0).length;
}
