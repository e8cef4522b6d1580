/**
 * Holds package-lock.json to what every clone can use: no addresses of packages, and no install scripts among
 * what users install.
 */
import { readFile } from 'node:fs/promises';

const lock = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'));
const faults = Object.entries(lock.packages).flatMap(([path, entry]) => [
  ...(typeof entry.resolved === 'string' ? [`${path} records where it was downloaded: ${entry.resolved}`] : []),
  ...(entry.hasInstallScript && !entry.dev ? [`${path} runs a script when it is installed`] : []),
]);
for (const fault of faults) console.error(`package-lock.json: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
