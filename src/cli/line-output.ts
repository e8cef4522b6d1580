/**
 * Any number of lines on standard output, each waiting until the reader takes more; a reader who has gone away
 * (`mailwhy … | head`) ends it quietly.
 */

export interface LineOutput {
  /** Takes the text, which goes out with others. False where nobody reads any more. */
  write(text: string): Promise<boolean>;
  /** Gives out what was gathered: to be called before the command ends. */
  flush(): Promise<void>;
}

/** Characters that are gathered before they go out: a write for each line would cost as much as making it. */
const gatheredLength = 1 << 15;

export function createLineOutput(): LineOutput {
  let gone = false;
  let gathered = '';
  let waiting: (() => void)[] = [];
  const release = () => {
    for (const wake of waiting) wake();
    waiting = [];
  };
  process.stdout.on('error', () => {
    gone = true;
    release();
  });
  process.stdout.on('drain', release);
  const flush = async (): Promise<void> => {
    const text = gathered;
    gathered = '';
    if (text === '' || gone || process.stdout.write(text)) return;
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return {
    write: async (text) => {
      // Whoever waits for the next input sees what there is so far.
      if (gathered === '') setImmediate(() => void flush());
      gathered += text;
      if (gathered.length >= gatheredLength) await flush();
      return !gone;
    },
    flush,
  };
}
