/**
 * Preloaded into a command under test: prints its peak resident size in KiB as the last line of standard error.
 *
 * Where the kernel tells the peak of the program itself (Linux), that is taken: `maxRSS` begins with the size that the
 * process had before the program was loaded into it, which is that of the tests.
 */
const { readFileSync } = require('node:fs');

function readPeak() {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on('exit', () => process.stderr.write(`\npeak ${readPeak()}\n`));
