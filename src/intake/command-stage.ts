/**
 * At which command a reply came, in the words of the server that reports it.
 */
import type { Stage } from '../model/vocabulary.js';

const stageOfCommand: Readonly<Record<string, Stage>> = {
  connect: 'greeting',
  'initial connection': 'greeting',
  ehlo: 'hello',
  helo: 'hello',
  starttls: 'starttls',
  auth: 'auth',
  mail: 'mail',
  rcpt: 'rcpt',
  data: 'data',
  'end of data': 'message',
};

/** The stage of `RCPT TO`, `end of data`, `initial connection`, in any case; null for other words. */
export function findCommandStage(command: string): Stage | null {
  const words = command.toLowerCase();
  return stageOfCommand[words] ?? stageOfCommand[words.split(' ', 1)[0] ?? ''] ?? null;
}

/** Postfix, behind a reply: "(in reply to RCPT TO command)", "(in reply to end of DATA command)". */
const replyEnd = /\s*\(in reply to (end of DATA|[A-Z]+)[^)]*\)\)?\s*$/i;
/** It stands at the end, and is no longer. */
const longestEnd = 200;

/** The reply without Postfix's words about the command, and the stage that they tell; null where they tell none. */
export function cutCommandStage(text: string): { readonly text: string; readonly stage: Stage | null } {
  const tail = Math.max(0, text.length - longestEnd);
  const end = replyEnd.exec(text.slice(tail));
  return end === null ? { text, stage: null } : { text: text.slice(0, tail + end.index), stage: findCommandStage(end[1] ?? '') };
}
