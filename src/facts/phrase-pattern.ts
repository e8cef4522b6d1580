/**
 * A phrase of the knowledge as a pattern over words: `(user|mailbox) (is |)unknown`, `relay * denied`, `greylist~`.
 */

import { foldAccents } from './fold-accents.js';

/** One word to find; `stem`: any word that begins so (`word~`). */
export interface WordPattern {
  readonly text: string;
  readonly stem: boolean;
}

/** The alternatives at one place, each a run of words; an empty run leaves the place out. `gap`: up to a few words of any kind (`*`). */
export type Segment = readonly (readonly WordPattern[])[] | 'gap';

/** What `*` may span. */
const gapWordsLimit = 8;

/** The segments of a phrase; several lists where a group is part of a word (`polic(y|ies)`). */
export function parsePhrase(phrase: string): readonly (readonly Segment[])[] {
  return expandGluedGroups(phrase).map(splitSegments);
}

const group = /\(([^()]*)\)/g;

/** Groups that touch a letter are written out: `time(out| out)` is `timeout` and `time out`. */
function expandGluedGroups(phrase: string): readonly string[] {
  for (const match of phrase.matchAll(group)) {
    const choices = (match[1] ?? '').split('|');
    const before = phrase.slice(0, match.index);
    const after = phrase.slice(match.index + match[0].length);
    if (isGlued(before, choices, after)) return choices.flatMap((choice) => expandGluedGroups(`${before}${choice}${after}`));
  }
  return [phrase];
}

function isGlued(before: string, choices: readonly string[], after: string): boolean {
  if (!/(^|[ )])$/.test(before)) return true;
  return !/^($|[ (])/.test(after) && choices.some((choice) => choice !== '' && !choice.endsWith(' '));
}

function splitSegments(phrase: string): readonly Segment[] {
  const pieces = phrase.match(/\([^()]*\)|[^\s()]+/g) ?? [];
  return pieces.map((piece) => {
    if (piece === '*') return 'gap';
    if (!piece.startsWith('(')) return [[readWord(piece)]];
    return piece.slice(1, -1).split('|').map(readWords);
  });
}

function readWords(text: string): readonly WordPattern[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map(readWord);
}

function readWord(spelt: string): WordPattern {
  const word = foldAccents(spelt);
  return word.endsWith('~') ? { text: word.slice(0, -1), stem: true } : { text: word, stem: false };
}

/** Whether the run stands at the position. */
export function runStands(run: readonly WordPattern[], words: readonly string[], position: number): boolean {
  if (position < 0 || position + run.length > words.length) return false;
  for (let at = 0; at < run.length; at += 1) {
    const pattern = run[at];
    const word = words[position + at];
    if (pattern === undefined || word === undefined) return false;
    if (pattern.stem ? !word.startsWith(pattern.text) : word !== pattern.text) return false;
  }
  return true;
}

/** How many letters of the run count where it stands. */
export function runLength(run: readonly WordPattern[]): number {
  return run.reduce((sum, { text }) => sum + text.length, run.length);
}

/** The most letters that the segments from `at` on find behind `position`; -1 where they do not stand there. */
export function lengthBehind(segments: readonly Segment[], at: number, words: readonly string[], position: number): number {
  const segment = segments[at];
  if (segment === undefined) return 0;
  let best = -1;
  if (segment === 'gap') {
    if (at === segments.length - 1) return 0;
    for (let skip = 0; skip <= gapWordsLimit && position + skip <= words.length; skip += 1)
      best = Math.max(best, lengthBehind(segments, at + 1, words, position + skip));
    return best;
  }
  for (const run of segment) {
    if (!runStands(run, words, position)) continue;
    const rest = lengthBehind(segments, at + 1, words, position + run.length);
    if (rest >= 0) best = Math.max(best, rest + runLength(run));
  }
  return best;
}

/** The same for the segments up to `at`, in front of `end`. */
export function lengthBefore(segments: readonly Segment[], at: number, words: readonly string[], end: number): number {
  const segment = segments[at];
  if (segment === undefined) return 0;
  let best = -1;
  if (segment === 'gap') {
    if (at === 0) return 0;
    for (let skip = 0; skip <= gapWordsLimit && end - skip >= 0; skip += 1)
      best = Math.max(best, lengthBefore(segments, at - 1, words, end - skip));
    return best;
  }
  for (const run of segment) {
    if (!runStands(run, words, end - run.length)) continue;
    const rest = lengthBefore(segments, at - 1, words, end - run.length);
    if (rest >= 0) best = Math.max(best, rest + runLength(run));
  }
  return best;
}
