/**
 * Any number of lines on standard output, each waiting until the reader takes more; a reader who has gone away
 * (`mailwhy … | head`) ends it quietly.
 */

export interface LineOutput {
  /** Takes the text, which goes out with others. False where nobody reads any more. @throws Error where it cannot be written */
  write(text: string): Promise<boolean>;
  /** Waits until all has gone out: to be called before the command ends. @throws Error where it cannot be written */
  flush(): Promise<void>;
}

/** Characters that are gathered before they go out: a write for each line would cost as much as making it. */
const gatheredLength = 1 << 15;

export function createLineOutput(): LineOutput {
  let gone = false;
  let gathered = '';
  let written: Promise<void> = Promise.resolve();
  // What went wrong is told to whoever wrote.
  process.stdout.on('error', () => undefined);
  const send = (text: string) =>
    new Promise<void>((resolve, reject) => {
      process.stdout.write(text, (error) => {
        if (error === null || error === undefined) return resolve();
        gone = true;
        if (isReaderGone(error)) resolve();
        else reject(error);
      });
    });
  const flush = (): Promise<void> => {
    const text = gathered;
    gathered = '';
    if (text !== '' && !gone) written = Promise.all([written, send(text)]).then(() => undefined);
    return written;
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

/** Nobody reads, or what was written before has found that out. */
function isReaderGone(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
