/**
 * The attempts that Exchange lists, the last one first: `1/16/2024 9:50:05 AM - Server at mx.example.com (192.0.2.10) returned '450 …'`.
 *
 * Where the last is its own giving up, the ones before it say why.
 */
import { findReply } from './reply-in-text.js';

/** In the reporter's own order of day, month and year. */
const attemptFront = /^[ \t]*\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d[^\n]{0,20} - /gm;

/** Few reports have it, and it is found at once. */
const timeBeforeServer = /:\d\d(?: [AP]M)? - /;

/** More than any report lists. */
const mostAttempts = 20;

/** What was answered to the attempts behind the first; none where there are not two. */
export function readEarlierAttempts(piece: string): readonly string[] {
  if (!timeBeforeServer.test(piece)) return [];
  const starts = Array.from(piece.matchAll(attemptFront), ({ index }) => index).slice(1, mostAttempts);
  return starts
    .map((start) => findReply(piece.slice(start)))
    .filter(({ replyCode }) => replyCode !== null)
    .map(({ text }) => text);
}
