/**
 * What may go on the wire as a command: the last gate before it (RFC 5321 section 2.3.8).
 */

/** A command that would have smuggled another one in. A fault of this program: whatever it was made of was to be checked at the edge. */
export class UnsafeCommandError extends Error {
  override readonly name = 'UnsafeCommandError';
}

/** C0, DEL, C1, and the separators that some programs take for line ends. */
const unsafe = /[\p{Cc}\u2028\u2029]/u;

/** Nothing where the text can be sent as one line. @throws UnsafeCommandError on CR, LF, NUL and every other control character */
export function assertCommandLine(line: string): void {
  if (unsafe.test(line)) throw new UnsafeCommandError(`a control character in the command ${JSON.stringify(line)}`);
}
