/**
 * Holds package-lock.json to what every clone can use: no addresses of packages, no install scripts among what
 * users install, and every platform's optional packages, without which `npm ci` refuses.
 */
import { readFile } from 'node:fs/promises';

const { packages } = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'));

/** Optional packages of exact versions that stand nowhere: npm leaves out what a registry could not give. */
function missingOptional(path, { optionalDependencies = {} }) {
  return Object.entries(optionalDependencies)
    .filter(([, version]) => /^\d/.test(version))
    .filter(
      ([name, version]) => ![`${path}/node_modules/${name}`, `node_modules/${name}`].some((place) => packages[place]?.version === version),
    )
    .map(([name, version]) => `${path} lacks its optional ${name} ${version}`);
}

const faults = Object.entries(packages).flatMap(([path, entry]) => [
  ...(typeof entry.resolved === 'string' ? [`${path} records where it was downloaded: ${entry.resolved}`] : []),
  ...(entry.hasInstallScript && !entry.dev ? [`${path} runs a script when it is installed`] : []),
  ...missingOptional(path, entry),
]);
for (const fault of faults) console.error(`package-lock.json: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
