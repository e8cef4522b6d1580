/**
 * The house is as `docs/architecture.md` says: the page's table, the import check and the folders of `src` agree,
 * and the pure rooms read no clock and throw no dice, which neither compiler nor import check would see.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

interface ImportRule {
  readonly name: string;
  readonly to: { readonly pathNot?: string | readonly string[] };
}

const sources = new URL('../src/', import.meta.url);
const page = readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8');
const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { readonly forbidden: readonly ImportRule[] };

/** Room → what it may import, as the import check has it. */
const checked = new Map(
  forbidden.flatMap(({ name, to }) => {
    const room = /^([a-z]+)-imports-only-itself/.exec(name)?.[1];
    const allowed = [to.pathNot ?? []].flat().map((pattern) => pattern.replaceAll(/^\^src\/|\/$/g, ''));
    return room === undefined ? [] : [[room, allowed.filter((other) => other !== room)] as const];
  }),
);

/** Room → what it may import, as the page's table has it. */
const described = new Map(
  [...page.matchAll(/^\| `([a-z]+)` \| .+ \| ([^|]+) \|$/gm)].map(
    ([, room = '', allowed = '']) => [room, allowed === 'nothing' ? [] : allowed.split(', ')] as const,
  ),
);

const rooms = readdirSync(sources, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe('the table of rooms', () => {
  it('has a row for every folder of src, and no other', () => {
    expect([...described.keys()].sort()).toEqual([...rooms].sort());
  });

  it.each(rooms)('says of %s what the import check holds it to', (room) => {
    expect(described.get(room)).toEqual(checked.get(room)?.filter((allowed) => rooms.includes(allowed)));
  });
});

describe('the pure rooms', () => {
  const { include } = JSON.parse(readFileSync(new URL('../tsconfig.pure.json', import.meta.url), 'utf8')) as {
    readonly include: readonly string[];
  };
  const pureRooms = include.flatMap((path) => /^src\/([a-z]+)$/.exec(path)?.[1] ?? []);
  const impure = /\bDate\.now\(|\bnew Date\(\)|\bDate\(\)|\bMath\.random\(|\bperformance\./;

  it.each(pureRooms)('%s has no clock and no dice', (room) => {
    const files = readdirSync(new URL(`${room}/`, sources), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test)\.ts$/.test(file),
    );
    const faulty = files.filter((file) => impure.test(readFileSync(new URL(`${room}/${file.replaceAll('\\', '/')}`, sources), 'utf8')));
    expect(files).not.toEqual([]);
    expect(faulty).toEqual([]);
  });

  it('are those that the page calls pure', () => {
    const pure = /^Pure are (.+?):/m.exec(page)?.[1] ?? '';
    expect([...pure.matchAll(/`([a-z]+)`/g)].map(([, room]) => room).sort()).toEqual([...pureRooms].sort());
  });
});
