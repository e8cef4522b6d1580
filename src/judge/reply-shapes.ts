/**
 * The shapes of a conversation: lines as received, replies, commands with their replies.
 */
import type { Exchange, ReceivedText, Reply, ReplyIssue } from '../model/reply.js';
import { stage } from './frame-shapes.js';
import { listOf, nullable, number, optional, recordOf, text, wordOf } from './shape.js';

export const receivedText = recordOf<ReceivedText>({ text, bytesBase64: optional(text) });

const reply = recordOf<Reply>({
  code: number,
  enhanced: nullable(text),
  lines: listOf(receivedText),
  issues: listOf(
    wordOf<ReplyIssue>({
      'bare-lf': true,
      'bare-cr': true,
      'line-too-long': true,
      'code-changes': true,
      'no-text-separator': true,
      truncated: true,
      'not-utf8': true,
      'control-characters': true,
    }),
  ),
});

export const exchange = recordOf<Exchange>({
  stage,
  command: nullable(text),
  reply: nullable(reply),
  sentMs: number,
  receivedMs: nullable(number),
});
