/**
 * The shape of what is known about replies: one entry says what a reply with certain marks means.
 *
 * All conditions of an entry must hold; an empty list sets none. Where several entries fit, the higher
 * `specificity` decides, then the longer phrase: never the order of a list. Phrases are written in the
 * normal form of reply texts (lower case, no punctuation): `(a|b)` stands for either, `*` for up to a few
 * words in between, `word~` for any word that begins so, `<ip>`, `<host>`, `<addr>`, `<link>` for what is
 * quoted, `<list>` and `<domainlist>` for the name, host or link of a known blocklist.
 */
import type { Code, Party, Stage } from '../../model/vocabulary.js';
import type { ProviderId } from './providers.js';

/**
 * How much an entry knows of the reply, in the order of evidence: a provider's own code and text, its text, its
 * code, a product's whole phrase, a phrase that anybody may use, a registered status that names one cause,
 * a mere hint, a registered status that names none, a reply code, one that says as good as nothing, a status that does,
 * the class.
 */
export const specificity = {
  providerCodeAndText: 900,
  providerText: 800,
  providerCode: 700,
  productPhrase: 600,
  phrase: 500,
  status: 450,
  hint: 400,
  vagueStatus: 300,
  replyCode: 200,
  vagueReplyCode: 100,
  emptyStatus: 75,
  replyClass: 50,
} as const;

/** A reply that the entry must decide; stage and host as the context gives them. */
export interface ReplyExample {
  readonly reply: string;
  readonly stage?: Stage;
  readonly host?: string;
}

export interface ReplyEntry {
  /** `text/postfix-user-unknown`, `provider/gmail/5.7.25`, `status/5.1.1`, `code/550-rcpt`. */
  readonly id: string;
  readonly source: string;
  readonly examples: readonly ReplyExample[];
  readonly provider: ProviderId | null;
  readonly classes: readonly (4 | 5)[];
  readonly replyCodes: readonly number[];
  /** `5.7.25`, or `x.7.25` for either class. */
  readonly enhanced: readonly string[];
  readonly stages: readonly Stage[];
  readonly phrases: readonly string[];
  readonly code: Code;
  /** `as-class`: the reply's class is believed. */
  readonly permanence: 'as-class' | 'permanent' | 'temporary';
  /** Steps special to the provider, before those of the rule; a link to its page stands last. */
  readonly remedy: readonly string[];
  readonly link: string | null;
  readonly responsible: Party | null;
  readonly specificity: number;
}

/** An entry as it is written down; what is left out sets no condition. */
export interface EntrySketch {
  readonly name: string;
  readonly code: Code;
  readonly examples: readonly (string | ReplyExample)[];
  readonly source?: string;
  readonly phrases?: readonly string[];
  readonly classes?: readonly (4 | 5)[];
  readonly replyCodes?: readonly number[];
  readonly enhanced?: readonly string[];
  readonly stages?: readonly Stage[];
  readonly permanence?: ReplyEntry['permanence'];
  readonly remedy?: readonly string[];
  readonly link?: string;
  readonly responsible?: Party;
  readonly specificity?: number;
}

/** What the entries of one table share. */
export interface EntryTable {
  /** Stands before each name: `text`, `provider/gmail`. */
  readonly prefix: string;
  readonly source: string;
  readonly specificity: number;
  readonly provider?: ProviderId;
  /** The page that the provider gives for its codes. */
  readonly link?: string;
  /** The host that the examples of a provider come from. */
  readonly exampleHost?: string;
}

/** Fills the sketches of a table in. */
export function defineEntries(table: EntryTable, sketches: readonly EntrySketch[]): readonly ReplyEntry[] {
  return sketches.map((sketch) => ({
    id: `${table.prefix}/${sketch.name}`,
    source: sketch.source ?? table.source,
    examples: sketch.examples.map((example) => fillExample(table, example)),
    provider: table.provider ?? null,
    classes: sketch.classes ?? [],
    replyCodes: sketch.replyCodes ?? [],
    enhanced: sketch.enhanced ?? [],
    stages: sketch.stages ?? [],
    phrases: sketch.phrases ?? [],
    code: sketch.code,
    permanence: sketch.permanence ?? 'as-class',
    remedy: sketch.remedy ?? [],
    link: sketch.link ?? table.link ?? null,
    responsible: sketch.responsible ?? null,
    specificity: sketch.specificity ?? table.specificity,
  }));
}

function fillExample(table: EntryTable, example: string | ReplyExample): ReplyExample {
  const full = typeof example === 'string' ? { reply: example } : example;
  return full.host === undefined && table.exampleHost !== undefined ? { ...full, host: table.exampleHost } : full;
}

/** A provider's entry: specific by text, by code, or by both. */
export function defineProviderEntries(
  table: Omit<EntryTable, 'prefix' | 'specificity'> & { provider: ProviderId },
  sketches: readonly EntrySketch[],
) {
  const entries = sketches.map((sketch) => ({ ...sketch, specificity: sketch.specificity ?? providerSpecificity(sketch) }));
  return defineEntries({ ...table, prefix: `provider/${table.provider}`, specificity: specificity.providerCode }, entries);
}

function providerSpecificity(sketch: EntrySketch): number {
  if ((sketch.phrases ?? []).length === 0) return specificity.providerCode;
  return (sketch.enhanced ?? []).length > 0 ? specificity.providerCodeAndText : specificity.providerText;
}
