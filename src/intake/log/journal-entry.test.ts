/** Entries over several lines, and what only looks like one. */
import { describe, expect, it } from 'vitest';
import { createLogReader } from './log-reader.js';

const bounced = (at: number) =>
  `Nov 23 20:15:01 mail postfix/smtp[1]: 4Wx${at}a: to=<bob${at}@example.com>, dsn=5.1.1, status=bounced (550 no)`;

function readIds(lines: readonly string[]): readonly (string | null)[] {
  const reader = createLogReader();
  return lines.flatMap((line) => reader.read(line)).map(({ queueId }) => queueId);
}

const pretty = (message: string) => ['{', '\t"SYSLOG_IDENTIFIER" : "postfix/smtp",', `\t"MESSAGE" : ${message}`, '}'];
const octets = [...new TextEncoder().encode('4WxOa1: removed')].map((octet) => `\t\t${octet},`);

describe('a line with a brace', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['alone', ['{', bounced(1), bounced(2)], ['4Wx1a', '4Wx2a']],
    ['at the end', [bounced(1), '{'], ['4Wx1a']],
    ['twice', ['{', '{', bounced(1)], ['4Wx1a']],
    ['before an entry', ['{', ...pretty('"4WxPa1: removed"')], ['4WxPa1']],
    ['of an entry that was cut', [...pretty('"x"').slice(0, 2), bounced(1), bounced(2)], ['4Wx1a', '4Wx2a']],
    ['of a cut entry, and another one', [...pretty('"x"').slice(0, 2), ...pretty('"4WxPa1: removed"')], ['4WxPa1']],
    ['of something else', ['{', '  color: red;', '}', bounced(1)], ['4Wx1a']],
    [
      'of an entry with octets over several lines',
      [
        '{',
        '\t"SYSLOG_IDENTIFIER" : "postfix/smtp",',
        '\t"MESSAGE" : [',
        ...octets.slice(0, -1),
        (octets.at(-1) ?? '').slice(0, -1),
        '\t]',
        '}',
      ],
      ['4WxOa1'],
    ],
  ])('%s takes no line from others', (_, lines, ids) => {
    expect(readIds(lines)).toEqual(ids);
  });

  it('hides none of the many lines that follow', () => {
    expect(readIds(['{', ...Array.from({ length: 1500 }, (_, at) => bounced(at))])).toHaveLength(1500);
  });
});

describe('a message in a list', () => {
  const read = (message: string) => readIds([`{"SYSLOG_IDENTIFIER":"postfix/smtp","MESSAGE":${message}}`]);

  it.each<[string, string, readonly string[]]>([
    ['of texts is the first of them', '["4WxPa1: removed","4WxPa2: removed"]', ['4WxPa1']],
    ['of octets is a text', `[${[...new TextEncoder().encode('4WxPa1: removed')]}]`, ['4WxPa1']],
    ['of lists of octets is the first of them', `[[${[...new TextEncoder().encode('4WxPa1: removed')]}],[1]]`, ['4WxPa1']],
    ['that lies deeper is none', '[[["4WxPa1: removed"]]]', []],
    ['that lies half a million lists deep is none', `${'['.repeat(500_000)}${']'.repeat(500_000)}`, []],
  ])('%s', (_, message, ids) => expect(read(message)).toEqual(ids));
});
