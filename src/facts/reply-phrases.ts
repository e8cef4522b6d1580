/**
 * The phrases of the knowledge, indexed: a text is held against those phrases alone of which it has a telling word.
 */
import { lengthBefore, lengthBehind, parsePhrase, runLength, runStands, type Segment, type WordPattern } from './phrase-pattern.js';

export interface PhraseMatch<Owner> {
  readonly owner: Owner;
  /** How many letters of its longest phrase stand in the text. */
  readonly length: number;
}

export interface PhraseIndex<Owner> {
  /** All owners of which a phrase stands in the text, each once. */
  match(normal: string, words: readonly string[]): readonly PhraseMatch<Owner>[];
}

/** A phrase as it is found by one of its words: `run` is the alternative of `segment` that has the word at `offset`. */
interface Handle<Owner> {
  readonly owner: Owner;
  readonly segments: readonly Segment[];
  readonly segment: number;
  readonly run: readonly WordPattern[];
  readonly offset: number;
  /** The word that it is found by, or the beginning of it. */
  readonly stem: string;
  /** The bits of all words that the phrase cannot do without. */
  readonly needs: number;
}

/** What is known of a word: a bit that it shares with others, and the phrases that it may be part of. */
interface KnownWord<Owner> {
  readonly bit: number;
  readonly handles: readonly Handle<Owner>[];
}

const nothing: readonly never[] = [];

interface PhraseTables<Owner> {
  readonly byWord: Map<string, Handle<Owner>[]>;
  /** By the first letters of a word, where only its beginning is known. */
  readonly byStem: Map<string, Handle<Owner>[]>;
  readonly anywhere: { readonly owner: Owner; readonly text: string }[];
  /** The words of the phrases, each with its bit. */
  readonly bits: ReadonlyMap<string, number>;
  /** Words that were met. */
  readonly known: Map<string, KnownWord<Owner>>;
}

const stemLength = 3;
/** Bits of a small integer. */
const maskBits = 30;

/** Scripts without spaces between words: phrases in them are looked for anywhere. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** @throws TypeError where a phrase cannot be found by any word */
export function createPhraseIndex<Owner>(entries: readonly { owner: Owner; phrases: readonly string[] }[]): PhraseIndex<Owner> {
  const anywhere: { owner: Owner; text: string }[] = [];
  const parsed: { owner: Owner; segments: readonly Segment[] }[] = [];
  for (const { owner, phrases } of entries) {
    for (const phrase of phrases) {
      if (spaceless.test(phrase)) anywhere.push({ owner, text: phrase });
      else for (const segments of parsePhrase(phrase)) parsed.push({ owner, segments });
    }
  }
  const frequency = countWords(parsed.map(({ segments }) => segments));
  const bits = new Map(Array.from(frequency.keys(), (word, at) => [word, 1 << (at % maskBits)]));
  const tables: PhraseTables<Owner> = { byWord: new Map(), byStem: new Map(), anywhere, bits, known: new Map() };
  for (const { owner, segments } of parsed) addHandles(tables, owner, segments, frequency);
  return { match: (normal, words) => matchPhrases(tables, normal, words) };
}

function countWords(phrases: readonly (readonly Segment[])[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const segments of phrases) {
    for (const segment of segments) {
      if (segment === 'gap') continue;
      for (const { text } of segment.flat()) frequency.set(text, (frequency.get(text) ?? 0) + 1);
    }
  }
  return frequency;
}

/** Placeholders stand in every other text: a phrase is found by one only where it has nothing else. */
function wordCost({ text, stem }: WordPattern, frequency: ReadonlyMap<string, number>): number {
  if (stem && text.length < stemLength) return Number.POSITIVE_INFINITY;
  const rare = text === '<list>' || text === '<domainlist>' || !text.startsWith('<');
  return (frequency.get(text) ?? 0) + (rare ? 0 : 1000) + (stem ? 20 : 0);
}

function cheapestWord(run: readonly WordPattern[], frequency: ReadonlyMap<string, number>): { offset: number; cost: number } {
  const costs = run.map((word) => wordCost(word, frequency));
  const cost = Math.min(...costs);
  return { offset: costs.indexOf(cost), cost };
}

function segmentCost(segment: Segment, frequency: ReadonlyMap<string, number>): number {
  if (segment === 'gap' || segment.some((run) => run.length === 0)) return Number.POSITIVE_INFINITY;
  return segment.reduce((sum, run) => sum + cheapestWord(run, frequency).cost, 0);
}

function addHandles<Owner>(
  tables: PhraseTables<Owner>,
  owner: Owner,
  segments: readonly Segment[],
  frequency: ReadonlyMap<string, number>,
): void {
  const costs = segments.map((segment) => segmentCost(segment, frequency));
  const segment = costs.indexOf(Math.min(...costs));
  const runs = segments[segment];
  if (runs === undefined || runs === 'gap' || !Number.isFinite(costs[segment]))
    throw new TypeError(`unfindable: ${JSON.stringify(segments)}`);
  for (const run of runs) {
    const { offset } = cheapestWord(run, frequency);
    const word = run[offset];
    if (word === undefined) continue;
    const handle = { owner, segments, segment, run, offset, stem: word.text, needs: maskNeeded(segments, tables.bits) };
    if (word.stem) pushInto(tables.byStem, word.text.slice(0, stemLength), handle);
    else pushInto(tables.byWord, word.text, handle);
  }
}

/** Of the places without a choice, the words that are whole. */
function maskNeeded(segments: readonly Segment[], bits: ReadonlyMap<string, number>): number {
  let mask = 0;
  for (const segment of segments) {
    if (segment === 'gap' || segment.length !== 1) continue;
    for (const { text, stem } of segment[0] ?? nothing) if (!stem) mask |= bits.get(text) ?? 0;
  }
  return mask;
}

function pushInto<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function matchPhrases<Owner>(tables: PhraseTables<Owner>, normal: string, words: readonly string[]): readonly PhraseMatch<Owner>[] {
  const best = new Map<Owner, number>();
  const note = (owner: Owner, length: number) => {
    if (length > (best.get(owner) ?? 0)) best.set(owner, length);
  };
  let spoken = 0;
  const known: KnownWord<Owner>[] = [];
  for (const word of words) {
    const found = findWord(tables, word);
    known.push(found);
    spoken |= found.bit;
  }
  for (let position = 0; position < known.length; position += 1) {
    for (const handle of known[position]?.handles ?? nothing)
      if ((handle.needs & spoken) === handle.needs) note(handle.owner, lengthAt(handle, words, position));
  }
  if (tables.anywhere.length > 0 && spaceless.test(normal))
    for (const { owner, text } of tables.anywhere) if (normal.includes(text)) note(owner, text.length);
  return [...best].map(([owner, length]) => ({ owner, length }));
}

/** Words of the knowledge that are remembered; those that only begin as one does have no end. */
const mostWords = 5000;
const unknownWord: KnownWord<never> = { bit: 0, handles: nothing };

function findWord<Owner>({ byWord, byStem, bits, known }: PhraseTables<Owner>, word: string): KnownWord<Owner> {
  const before = known.get(word);
  if (before !== undefined) return before;
  const bit = bits.get(word) ?? 0;
  const stems = (byStem.get(word.slice(0, stemLength)) ?? nothing).filter(({ stem }) => word.startsWith(stem));
  if (bit === 0 && stems.length === 0) return unknownWord;
  const found = { bit, handles: [...(byWord.get(word) ?? nothing), ...stems] };
  if (known.size < mostWords) known.set(word, found);
  return found;
}

/** The letters of the phrase that stand in the text around its word; 0 where the rest of it does not. */
function lengthAt<Owner>({ segments, segment, run, offset }: Handle<Owner>, words: readonly string[], position: number): number {
  const start = position - offset;
  if (!runStands(run, words, start)) return 0;
  const before = lengthBefore(segments, segment - 1, words, start);
  if (before < 0) return 0;
  const behind = lengthBehind(segments, segment + 1, words, start + run.length);
  return behind < 0 ? 0 : before + runLength(run) + behind;
}
