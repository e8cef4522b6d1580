/**
 * The examples of the library: those of the README and of the exported functions' own comments are type-checked against
 * the built package and run, without any network; what they print is what they say behind `console.log`.
 */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

interface Example {
  readonly name: string;
  readonly code: string;
}

/** Functions that must show how they are used. */
const documented = ['explainBounce', 'explainLog', 'explainQueue', 'explainReply', 'reopenReport', 'trace'];

/** The blocks of the README's chapter about the library. */
async function readReadme(): Promise<readonly Example[]> {
  const text = await readFile(path.join(root, 'README.md'), 'utf8');
  const chapter = /\n## As a library\n([\s\S]*?)\n## /.exec(text)?.[1] ?? '';
  return [...chapter.matchAll(/```ts\n([\s\S]*?)```/g)].map((match, at) => ({ name: `README ${at + 1}`, code: match[1] ?? '' }));
}

/** Each exported function that `src/index.ts` names, with the example in its comment. */
async function readComments(): Promise<readonly Example[]> {
  const index = await readFile(path.join(root, 'src/index.ts'), 'utf8');
  const exports = [...index.matchAll(/^export \{([^}]*)\} from '\.\/(.*)\.js';$/gm)];
  const examples: Example[] = [];
  for (const [, names = '', file = ''] of exports) {
    const source = await readFile(path.join(root, 'src', `${file}.ts`), 'utf8');
    for (const { inner, outer } of parseNames(names)) {
      const comment = findComment(source, inner);
      const block = /@example\n \* ```ts\n([\s\S]*?) \* ```/.exec(comment)?.[1];
      if (block !== undefined) examples.push({ name: outer, code: block.replaceAll(/^ \* ?/gm, '') });
    }
  }
  return examples;
}

function parseNames(names: string): readonly { inner: string; outer: string }[] {
  const values = names.split(',').map((name) => name.trim());
  return values
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => {
      const [inner = '', outer = inner] = name.split(' as ');
      return { inner, outer };
    });
}

/** The comment before the function. */
function findComment(source: string, name: string): string {
  const at = source.search(new RegExp(`^export (?:async )?function ${name}\\b`, 'm'));
  const start = at < 0 ? -1 : source.lastIndexOf('/**', at);
  return start < 0 ? '' : source.slice(start, at);
}

const bounce = `From: MAILER-DAEMON@mx.example.org
Subject: Undelivered Mail Returned to Sender

<bob@example.com>: host mx1.example.com[192.0.2.25] said: 550 5.1.1 <bob@example.com>: User unknown (in reply to RCPT TO command)
`;
const queue = `${JSON.stringify({
  queue_name: 'deferred',
  queue_id: '4WxYz1',
  arrival_time: 1_795_456_800,
  message_size: 300,
  sender: 'me@example.net',
  recipients: [
    {
      address: 'bob@example.com',
      delay_reason: 'host mx1.example.com[192.0.2.25] said: 450 4.2.0 Greylisted (in reply to RCPT TO command)',
    },
  ],
})}\n`;
const log =
  'Nov 23 20:00:02 mail postfix/smtp[12]: 4WxYz1: to=<bob@example.com>, relay=mx1.example.com[192.0.2.25]:25, delay=1, delays=0/0/1/0, dsn=5.1.1, status=bounced (host mx1.example.com[192.0.2.25] said: 550 5.1.1 no (in reply to RCPT TO command))\n';

let folder = '';
let examples: readonly Example[] = [];
const fileOf = (name: string) => path.join(folder, `${name.replaceAll(' ', '-')}.ts`);

/** The package as it is published, in a folder of a user's own. */
async function installPackage(): Promise<void> {
  const installed = path.join(folder, 'node_modules', 'mailwhy');
  await mkdir(installed, { recursive: true });
  await run(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', path.join(installed, 'dist')],
    { cwd: root },
  );
  await copyFile(path.join(root, 'package.json'), path.join(installed, 'package.json'));
  for (const name of await listInstalled()) await symlink(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name));
}

/** What the package needs, whatever that is, and the types of Node for the examples. */
async function listInstalled(): Promise<readonly string[]> {
  const { dependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  await mkdir(path.join(folder, 'node_modules', '@types'), { recursive: true });
  return [...Object.keys(dependencies), '@types/node'];
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-library-'));
  await installPackage();
  examples = [...(await readReadme()), ...(await readComments())];
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  const files = { 'bounce.eml': bounce, 'queue.json': queue, 'mail.log': log };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  await copyFile(path.join(root, 'test/golden/reports/the-mailbox-does-not-exist.json'), path.join(folder, 'report.json'));
  for (const { name, code } of examples) await writeFile(fileOf(name), code);
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

/** What the example says that it prints: the comments behind `console.log`. */
function listExpected(code: string): readonly string[] {
  return [...code.matchAll(/console\.log\(.*\);? \/\/ (.*)$/gm)].map(([, text = '']) => text);
}

describe('the examples', () => {
  it('are there', () => {
    expect(examples.map(({ name }) => name)).toEqual(expect.arrayContaining(['README 1', 'README 2', ...documented]));
  });

  it('have types that fit', async () => {
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--types', 'node', '--skipLibCheck', 'false'];
    const files = examples.map(({ name }) => fileOf(name));
    const checking = run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), ...options, ...files], { cwd: folder });
    const complaints = await checking.then(
      () => '',
      (error: { stdout?: string }) => error.stdout ?? 'tsc failed',
    );
    expect(complaints).toBe('');
  }, 60_000);

  it('do what they say', async () => {
    for (const { name, code } of examples) {
      const compiled = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.ES2022, target: ts.ScriptTarget.ES2022 } });
      const file = fileOf(name).replace(/\.ts$/, '.js');
      await writeFile(file, compiled.outputText);
      const { stdout } = await run(process.execPath, ['--require', path.join(root, 'test/support/deny-network.cjs'), file], {
        cwd: folder,
      });
      const expected = listExpected(code);
      if (expected.length === 0) expect(stdout, name).not.toBe('');
      else expect(stdout.trim().split('\n'), name).toEqual(expected);
    }
  }, 120_000);
});
