/**
 * Of all that a report says about one recipient, the words by which it is judged.
 *
 * The replies that it quotes come first, the prose around them where these say nothing; of several the one of which the
 * knowledge says most, of equals the first.
 */
import { explainReply } from '../facts/reply-meaning.js';
import type { BounceRecipient, RecipientProse } from '../intake/bounce/bounce-report.js';
import { listProse } from '../intake/bounce/list-prose.js';
import type { Reply } from '../model/reply.js';
import type { ReplyMeaning } from '../model/reply-meaning.js';
import { parseReplyText } from '../parse/smtp/parse-reply-text.js';

export interface ChosenWords {
  /** The words as a reply, and what it means. */
  readonly reply: Reply;
  readonly meaning: ReplyMeaning;
  /** As the report has them; `''` where none of its own decided. */
  readonly words: string;
}

type WeighedWords = ChosenWords & { readonly weight: number };

/** The reply that the knowledge says most about; the prose around it is asked where only its code is known. */
export function chooseWords(recipient: BounceRecipient): ChosenWords {
  if (recipient.standIn != null) return { ...weighWords(recipient.standIn, { ...recipient, status: null }), words: '' };
  const own = chooseAmong(recipient.words, recipient);
  if (own !== null && own.weight >= weights.hint) return own;
  const around = recipient.prose === undefined ? null : chooseFirstTelling(recipient.prose, recipient);
  // A status is overruled by a cause in words, not by a hint.
  const least = own?.weight === weights.status ? weights.hint : (own?.weight ?? weights.nothing);
  if (around !== null && around.weight > least) return around;
  return own ?? around ?? weighWords('', recipient);
}

/** From the narrowest piece of prose to the widest: the first that names a cause; `queue.expired` is one. */
function chooseFirstTelling(prose: RecipientProse, recipient: BounceRecipient): WeighedWords | null {
  let first: WeighedWords | null = null;
  for (const words of listProse(prose)) {
    const chosen = chooseAmong([words], recipient);
    if (chosen !== null && chosen.weight > weights.nothing) return chosen;
    first ??= chosen;
  }
  return first;
}

function chooseAmong(all: readonly string[], recipient: BounceRecipient): WeighedWords | null {
  let best: WeighedWords | null = null;
  for (const words of all.flatMap(splitExpiry)) {
    const weighed = weighWords(words, recipient);
    if (best === null || weighed.weight > best.weight) best = weighed;
    // Nothing weighs more: the rest need not be read.
    if (best.weight === weights.text) return best;
  }
  return best;
}

function weighWords(words: string, recipient: BounceRecipient): WeighedWords {
  const reply = composeReply(words, recipient);
  const meaning = explainReply(reply, { stage: recipient.stage, host: recipient.host });
  return { reply, meaning, words, weight: weigh(meaning) };
}

/** No reason is longer: RFC 5321 section 4.5.3.1.5 grants 512 octets a line. */
const judgedLength = 4000;

/** Longer words are the whole of the prose. */
const quotedLength = 1000;

/** A reply as it was given; where none was, the words that decided; null where these are none, or only the whole of the prose. */
export function quoteWords([first]: readonly string[], decisive: string): string | null {
  if (first !== undefined && /^[2-5]\d\d\b/.test(first)) return first;
  const spoken = decisive.trim();
  return spoken.length <= quotedLength && saysAnything(spoken) ? spoken : (first ?? null);
}

/** Two words at least beside addresses: a line that names the recipient, or a rule, is no reason. */
function saysAnything(words: string): boolean {
  return twoWords.test(words.includes('@') ? words.replace(/[^\s<>]+@[^\s<>]+/g, '') : words);
}

/** Scripts that write no blanks have three letters in a row. */
const twoWords = /\p{L}{2,}\P{L}+\p{L}{2,}|\p{Lo}{3,}/u;

/** Exim: "mailbox is full: retry timeout exceeded" names the cause before it says that it gave up. */
function splitExpiry(words: string): readonly string[] {
  const cause = /^([^\n]{8,}): retry timeout exceeded\s*$/m.exec(words)?.[1];
  return cause === undefined || cause.includes('@') ? [words] : [cause.trim(), words];
}

/** Words that name a cause before a mere hint, that before a status, a code before nothing. */
const weights = { text: 4, hint: 3.5, status: 3, replyCode: 1, nothing: 0 } as const;

/** `queue.expired` gives way to the cause beneath it. */
function weigh({ code, decidedBy, confidence }: ReplyMeaning): number {
  if (code === null || code === 'reply.undisclosed' || code === 'reply.unrecognised') return weights.nothing;
  const [source] = decidedBy.split('/');
  const isText = source === 'provider' || source === 'text';
  const weight = isText
    ? confidence === 'possible'
      ? weights.hint
      : weights.text
    : source === 'status'
      ? weights.status
      : weights.replyCode;
  return code === 'queue.expired' ? weight - 2.5 : weight;
}

/**
 * The words as a reply. A report that tells no code gets the class's vaguest one to be judged by;
 * it is never shown as the reply's.
 */
function composeReply(all: string, { status, replyCode, kind }: BounceRecipient): Reply {
  const words = all.slice(0, judgedLength);
  const parsed = parseReplyText(words);
  if (parsed !== null && parsed.code >= 400) return { ...parsed, enhanced: parsed.enhanced ?? fitStatus(status, parsed.code) };
  const temporary = status === null ? kind === 'delayed' : status.startsWith('4');
  const code = replyCode !== null && replyCode >= 400 ? replyCode : temporary ? 450 : 554;
  // A field is folded where it is long: its words are one line.
  return {
    code,
    enhanced: fitStatus(status, code),
    lines: [{ text: words.includes('\n') ? words.replace(/[ \t]*\n\s*/g, ' ') : words }],
    issues: [],
  };
}

function fitStatus(status: string | null, code: number): string | null {
  return status?.startsWith(String(Math.floor(code / 100))) ? status : null;
}
