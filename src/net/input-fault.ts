/**
 * What keeps an input from being read, beyond what the file system says.
 */

/** `no-unpacker`: the program that unpacks it is not installed; `damaged`: nothing could be unpacked; `journal`: journald's own file. */
export type InputFaultKind = 'no-unpacker' | 'damaged' | 'journal';

export class InputFault extends Error {
  override readonly name = 'InputFault';
  readonly kind: InputFaultKind;
  /** The program that is missing or complained; `''` where none is concerned. */
  readonly program: string;

  constructor(kind: InputFaultKind, program: string, message: string) {
    super(message);
    this.kind = kind;
    this.program = program;
  }
}
