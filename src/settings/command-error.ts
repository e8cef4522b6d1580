/**
 * What is wrong with how the command was called or set up: the only error that commands throw on purpose.
 *
 * The message says what is wrong and where; the hint, where there is one, what to do. What the network does
 * wrong is evidence and never comes here.
 */
import { exitStatuses } from '../model/vocabulary.js';

/** The exit status of each kind, from sysexits.h. */
const statusOfKind = {
  usage: exitStatuses.usage,
  data: exitStatuses.dataError,
  'no-input': exitStatuses.noInput,
  configuration: exitStatuses.configuration,
} as const;

export type CommandErrorKind = keyof typeof statusOfKind;

export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly kind: CommandErrorKind;
  readonly hint: string | null;

  constructor(kind: CommandErrorKind, message: string, hint: string | null = null) {
    super(message);
    this.kind = kind;
    this.hint = hint;
  }

  get exitStatus(): number {
    return statusOfKind[this.kind];
  }
}
