/**
 * Any number of lines on standard output, each waiting until the reader takes more; a reader who has gone away
 * (`mailwhy … | head`) ends it quietly.
 */

export interface LineOutput {
  /** False where nobody reads any more. */
  write(text: string): Promise<boolean>;
}

export function createLineOutput(): LineOutput {
  let gone = false;
  let wake: (() => void) | null = null;
  const release = () => {
    wake?.();
    wake = null;
  };
  process.stdout.on('error', () => {
    gone = true;
    release();
  });
  process.stdout.on('drain', release);
  return {
    write: async (text) => {
      if (gone) return false;
      if (!process.stdout.write(text) && !gone) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return !gone;
    },
  };
}
