/**
 * Standard input, read to its end, with a bound.
 */
import { CommandError } from '../settings/command-error.js';

/** The text; octets that are no UTF-8 are replaced. @throws CommandError beyond the bound */
export async function readStandardInput(limitBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : new Uint8Array(chunk);
    length += bytes.length;
    if (length > limitBytes) throw new CommandError('data', `standard input is larger than ${limitBytes} bytes`);
    chunks.push(bytes);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
