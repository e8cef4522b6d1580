/** Preloaded into a command under test: prints its peak resident size in KiB as the last line of standard error. */
process.on('exit', () => process.stderr.write(`\npeak ${process.resourceUsage().maxRSS}\n`));
