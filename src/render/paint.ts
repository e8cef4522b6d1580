/**
 * Colours with a meaning, never its only carrier: without them the same words stand there.
 */

export type Tone = 'good' | 'late' | 'bad' | 'unsure' | 'strong' | 'quiet';

/** SGR parameters; bright enough on dark and light grounds. */
const parameters: Readonly<Record<Tone, string>> = { good: '1;32', late: '1;33', bad: '1;31', unsure: '1;35', strong: '1', quiet: '2' };

export type Paint = (tone: Tone, text: string) => string;

export function createPaint(colour: boolean): Paint {
  return colour ? (tone, text) => (text === '' ? '' : `\u001b[${parameters[tone]}m${text}\u001b[0m`) : (_, text) => text;
}
