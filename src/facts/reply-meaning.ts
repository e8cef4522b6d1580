/**
 * What a reply means: decided here and nowhere else, from code, enhanced code, text, stage and provider together.
 *
 * The order of evidence: the provider's own codes and texts, the text, the enhanced code where it names a cause,
 * the reply code at its stage, the class. What says nothing is `reply.undisclosed`, what says something that the
 * knowledge does not cover is `reply.unrecognised`: never a guess. Where text and code contradict each other the
 * text is believed, with less confidence. Pure, linear in the length of the text, of any text.
 */
import { speaksOnlyFillers } from '../knowledge/replies/filler-words.js';
import { providers } from '../knowledge/replies/providers.js';
import { type ReplyEntry, specificity } from '../knowledge/replies/reply-entry.js';
import type { Reply } from '../model/reply.js';
import type { ReplyContext, ReplyMeaning } from '../model/reply-meaning.js';
import type { Code, Confidence } from '../model/vocabulary.js';
import { type Agreement, compareWithReplyCode, compareWithStatus } from './reply-agreement.js';
import { collectDetails } from './reply-details.js';
import { type Decision, decideEntry, detectProvider, findEntries, findPhrases, type ReplyMarks } from './reply-index.js';
import { fitToStage } from './reply-stage.js';
import { readReplyText } from './reply-text.js';

/** The meaning of one reply; `code` is null for a success (2yz, 3yz). */
export function explainReply(reply: Reply, context: ReplyContext): ReplyMeaning {
  const text = readReplyText(reply);
  const phrases = findPhrases(text);
  const status = reply.enhanced ?? text.innerStatus;
  const provider = detectProvider({ phrases, sites: text.sites, status }, context.host);
  const marks: ReplyMarks = { reply, text, provider, context, status };
  if (reply.code < 400) return succeed(marks);
  const decision = decideEntry(findEntries(phrases, marks));
  if (decision === null || isUncovered(decision, marks)) return admitUnrecognised(marks);
  return conclude(decision, marks);
}

function providerName(marks: ReplyMarks): string | null {
  return providers.find(({ id }) => id === marks.provider)?.name ?? null;
}

function succeed(marks: ReplyMarks): ReplyMeaning {
  return {
    code: null,
    decidedBy: `code/${marks.reply.code}`,
    confidence: 'certain',
    permanence: 'unknown',
    provider: providerName(marks),
    details: collectDetails(marks.text, false),
    remedy: [],
    responsible: null,
    contradicts: false,
  };
}

/** Only a code that says as good as nothing fits, and the text does say something. */
function isUncovered({ best }: Decision, { text }: ReplyMarks): boolean {
  return best.entry.specificity <= specificity.vagueReplyCode && !speaksOnlyFillers(text.words);
}

function admitUnrecognised(marks: ReplyMarks): ReplyMeaning {
  const code = fitToStage('reply.unrecognised', marks.context.stage, marks.reply.code);
  return {
    ...succeed(marks),
    code,
    decidedBy: `none/${code}`,
    confidence: code === 'reply.unrecognised' ? 'possible' : 'likely',
    permanence: marks.reply.code < 500 ? 'temporary' : 'permanent',
  };
}

function conclude(decision: Decision, marks: ReplyMarks): ReplyMeaning {
  const { entry } = decision.best;
  const code = fitToStage(entry.code, marks.context.stage, marks.reply.code);
  const agreement = compareEvidence(entry, marks);
  const contradicts = agreement === 'contradicts' || decision.rival !== null;
  return {
    code,
    decidedBy: entry.id,
    confidence: contradicts ? weaken(trustIn(entry, agreement)) : trustIn(entry, agreement),
    permanence: derivePermanence(entry, marks.reply),
    provider: providerName(marks),
    details: collectDetails(marks.text, isAboutList(entry.code)),
    remedy: entry.link === null || entry.remedy.length === 0 ? entry.remedy : [...entry.remedy, `See ${entry.link}`],
    responsible: entry.responsible,
    contradicts,
  };
}

function isAboutList(code: Code): boolean {
  return code === 'sender.blocklisted' || code === 'sender.domain-blocklisted';
}

/** A provider's own code overrules the registry on purpose; so does its text. */
function compareEvidence(entry: ReplyEntry, { reply, status }: ReplyMarks): Agreement {
  if (entry.provider !== null) return 'agrees';
  if (entry.phrases.length === 0) return 'silent';
  const byStatus = compareWithStatus(entry.code, status);
  return byStatus === 'silent' ? compareWithReplyCode(entry.code, reply.code) : byStatus;
}

/** `certain` only where code and text agree, or a product's or provider's own sentence leaves no doubt. */
function trustIn(entry: ReplyEntry, agreement: Agreement): Confidence {
  if (entry.provider !== null) return entry.phrases.length > 0 ? 'certain' : 'likely';
  if (entry.specificity >= specificity.productPhrase) return 'certain';
  if (entry.specificity >= specificity.phrase) return agreement === 'agrees' ? 'certain' : 'likely';
  if (entry.specificity >= specificity.status) return 'likely';
  if (entry.specificity >= specificity.hint) return agreement === 'agrees' ? 'likely' : 'possible';
  return 'possible';
}

function weaken(confidence: Confidence): Confidence {
  return confidence === 'certain' ? 'likely' : 'possible';
}

function derivePermanence(entry: ReplyEntry, reply: Reply): ReplyMeaning['permanence'] {
  if (entry.permanence !== 'as-class') return entry.permanence;
  return reply.code < 500 ? 'temporary' : 'permanent';
}
