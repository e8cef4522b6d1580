#!/usr/bin/env node
/**
 * Writes what is derived from the rule book: the registry, a page for each code, the index of the pages, the version.
 *
 *   node scripts/generate-rules.mjs            writes
 *   node scripts/generate-rules.mjs --check    writes nothing, ends in 1 where a file would change
 *
 * A rule is any module below src/rules with a default export; tests, testing/ and the shared declaration of reply rules are none.
 * The pages are made from the rules themselves: the registry is bundled in memory and imported.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { renderIndex, renderPage } from './rule-pages.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const rulesFolder = path.join(root, 'src', 'rules');
const pagesFolder = path.join(root, 'docs', 'rules');
const checkOnly = process.argv.includes('--check');

/** The rule files, relative to src/rules, sorted. */
async function listRuleFiles() {
  const entries = await readdir(rulesFolder, { recursive: true });
  const files = entries.map((entry) => entry.split(path.sep).join('/'));
  const candidates = files.filter((file) => /^(?!testing\/)[^/]+\/.+(?<!\.test)(?<!\.d)\.ts$/.test(file));
  const rules = [];
  for (const file of candidates.sort()) {
    if (/^export default\b/m.test(await readFile(path.join(rulesFolder, file), 'utf8'))) rules.push(file);
  }
  return rules;
}

/** `mx/target-not-found.ts` → `mxTargetNotFound` */
function importName(file) {
  const words = file.replace(/\.ts$/, '').split(/[/-]/);
  return words.map((word, at) => (at === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1))).join('');
}

function renderRegistry(files) {
  const imports = files.map((file) => `import ${importName(file)} from './${file.replace(/\.ts$/, '.js')}';`);
  const names = files.map((file) => `  ${importName(file)},`);
  const list = names.length === 0 ? '[]' : `[\n${names.join('\n')}\n]`;
  return [
    '/** Written by scripts/generate-rules.mjs from the files of this folder; do not edit. */',
    "import type { RegisteredRule } from '../model/rule.js';",
    ...imports,
    '',
    `export const rules: readonly RegisteredRule[] = ${list};`,
    '',
  ].join('\n');
}

/** The rule book as values: bundled with everything that it needs into one module in a temporary folder. */
async function loadRuleBook() {
  const entry = 'virtual:rule-book';
  const source = [
    `export { rules } from ${JSON.stringify(path.join(rulesFolder, 'registry.generated.ts'))};`,
    `export { codes } from ${JSON.stringify(path.join(root, 'src/model/vocabulary.ts'))};`,
    `export { codeClauses } from ${JSON.stringify(path.join(root, 'src/knowledge/wording/code-clauses.ts'))};`,
  ].join('\n');
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    logLevel: 'silent',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    plugins: [
      {
        name: 'rule-book',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-rules-'));
  try {
    const file = path.join(folder, 'rule-book.mjs');
    await writeFile(file, output[0].code);
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The reports of the golden worlds, sorted by the world's name: examples for the pages. */
async function loadExamples() {
  const folder = path.join(root, 'test', 'golden', 'reports');
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json')).sort();
  const reports = files.map(async (file) => {
    const words = file.replace(/\.json$/, '').replaceAll('-', ' ');
    return { ...JSON.parse(await readFile(path.join(folder, file), 'utf8')), name: `${words.slice(0, 1).toUpperCase()}${words.slice(1)}` };
  });
  return Promise.all(reports);
}

const changed = [];

/** Writes the file where its content differs. */
async function put(file, content) {
  const before = await readFile(file, 'utf8').catch(() => null);
  if (before === content) return;
  changed.push(path.relative(root, file));
  if (checkOnly) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Pages of codes that are no more. */
async function removeStrays(names) {
  const present = await readdir(pagesFolder).catch(() => []);
  for (const name of present.filter((file) => !names.has(file))) {
    changed.push(path.join('docs', 'rules', name));
    if (!checkOnly) await rm(path.join(pagesFolder, name));
  }
}

async function generate() {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const versionSource = `/** Written by scripts/generate-rules.mjs from package.json; do not edit. */\nexport const packageVersion = '${version}';\n`;
  await put(path.join(root, 'src', 'model', 'version.generated.ts'), versionSource);
  await put(path.join(rulesFolder, 'registry.generated.ts'), renderRegistry(await listRuleFiles()));
  if (checkOnly && changed.length > 0) return;
  const book = await loadRuleBook();
  const nameless = book.codes.filter((code) => book.codeClauses[code] === undefined);
  if (nameless.length > 0) throw new Error(`src/knowledge/wording/code-clauses.ts has no clause for ${nameless.join(', ')}`);
  const examples = await loadExamples();
  for (const code of book.codes) await put(path.join(pagesFolder, `${code}.md`), renderPage(code, book, examples));
  await put(path.join(pagesFolder, 'README.md'), renderIndex(book));
  await removeStrays(new Set([...book.codes.map((code) => `${code}.md`), 'README.md']));
}

try {
  await generate();
} catch (error) {
  process.stderr.write(`the rules cannot be read: ${error.message}\n`);
  process.exitCode = 1;
}
for (const file of changed) process.stdout.write(`${checkOnly ? 'differs' : 'written'}  ${file}\n`);
if (checkOnly && changed.length > 0) process.exitCode = 1;
