import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAscii, toUnicode } from './idna.js';
import { asciiOnly, needsIdna, parseMailbox, parseTarget, suggestDomain } from './mailbox.js';

const long = (length: number) => 'x'.repeat(length);
const parse = (text: string) => parseMailbox(text, needsIdna(text) ? toAscii : asciiOnly);

describe('a mailbox', () => {
  const label63 = long(63);
  it.each([
    ['plain', 'bob@example.com', 'bob@example.com'],
    ['the local part keeps its case, the domain has none', 'Bob@EXAMPLE.Com', 'Bob@example.com'],
    ['every sign that an atom may have', "!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"],
    ['dots between atoms', 'a.b.c@example.com', 'a.b.c@example.com'],
    ['quotes that are not needed go', '"bob"@example.com', 'bob@example.com'],
    ['quotes that are needed stay', '"bob smith"@example.com', '"bob smith"@example.com'],
    ['an @ within quotes', '"bob@home"@example.com', '"bob@home"@example.com'],
    ['two dots within quotes', '"a..b"@example.com', '"a..b"@example.com'],
    ['a backslash that is not needed goes', '"b\\ob s"@example.com', '"bob s"@example.com'],
    ['a backslash before a quote stays', '"a\\"b"@example.com', '"a\\"b"@example.com'],
    ['an empty quoted local part is allowed by the grammar', '""@example.com', '""@example.com'],
    ['an IPv4 literal', 'bob@[192.0.2.1]', 'bob@[192.0.2.1]'],
    ['an IPv6 literal in its shortest form', 'bob@[ipv6:2001:DB8:0:0:0:0:0:1]', 'bob@[IPv6:2001:db8::1]'],
    ['a domain of one label', 'bob@localhost', 'bob@localhost'],
    ['digits in a label', 'bob@163.com', 'bob@163.com'],
    ['an internationalised domain', 'bob@Bücher.example', 'bob@xn--bcher-kva.example'],
    ['ß is kept apart from ss', 'bob@faß.example', 'bob@xn--fa-hia.example'],
    ['ideographic full stops', 'bob@例え。テスト', 'bob@xn--r8jz45g.xn--zckzah'],
    ['an A-label that decodes to nothing may still stand in DNS', 'bob@xn--a.example', 'bob@xn--a.example'],
    ['a local part outside ASCII', 'jörg@example.com', 'jörg@example.com'],
    ['blanks around it', ' \tbob@example.com\u00a0 ', 'bob@example.com'],
    ['a byte order mark before it', '\ufeffbob@example.com', 'bob@example.com'],
    ['angle brackets', '<bob@example.com>', 'bob@example.com'],
    ['a mailto link', 'mailto:bob@example.com?subject=Hello', 'bob@example.com'],
    ['a mailto link in angle brackets', '<MAILTO:bob@example.com>', 'bob@example.com'],
    ['a local part of 64 octets', `${long(64)}@example.com`, `${long(64)}@example.com`],
    ['a label of 63 characters', `bob@${label63}.com`, `bob@${label63}.com`],
    ['an address of 254 octets', `b@${label63}.${label63}.${label63}.${long(60)}`, `b@${label63}.${label63}.${label63}.${long(60)}`],
  ])('%s', (_, text, address) => {
    expect(parse(text)).toMatchObject({ mailbox: { address } });
  });

  it('shows an internationalised domain as its users write it', () => {
    expect(parse('bob@BÜCHER.example')).toMatchObject({
      mailbox: { domain: { name: 'xn--bcher-kva.example', unicode: 'bücher.example' } },
    });
    expect(parse('bob@xn--bcher-kva.example')).toMatchObject({ mailbox: { domain: { unicode: 'bücher.example' } } });
    expect(parse('bob@example.com')).toMatchObject({ mailbox: { domain: { unicode: null } } });
    expect(toUnicode('xn--a.example')).toBe('xn--a.example');
  });

  it('says whether the server must offer SMTPUTF8', () => {
    expect(parse('jörg@example.com')).toMatchObject({ mailbox: { needsSmtpUtf8: true } });
    expect(parse('joerg@bücher.example')).toMatchObject({ mailbox: { needsSmtpUtf8: false } });
  });
});

describe('no mailbox', () => {
  const label63 = long(63);
  it.each([
    ['nothing', '', 0, 'empty', null],
    ['blanks alone', '   ', 0, 'empty', null],
    ['no @', 'bob.example.com', 15, '@ is missing', null],
    ['an @ in words', 'bob (at) example.com', 3, 'space', 'bob@example.com'],
    ['an @ in words without brackets', 'bob at example dot com', 3, 'space', 'bob@example.com'],
    ['nothing before the @', '@example.com', 0, 'nothing stands before', null],
    ['nothing after the @', 'bob@', 4, 'nothing stands after', null],
    ['a space in the local part', 'bob smith@example.com', 3, 'space', 'bobsmith@example.com'],
    ['a space in the domain', 'bob@exam ple.com', 8, 'space', 'bob@example.com'],
    ['a space after the @', 'bob@ example.com', 4, 'space', 'bob@example.com'],
    ['a no-break space in the middle', 'bob\u00a0smith@example.com', 3, 'space', 'bobsmith@example.com'],
    ['a comma for a dot in the domain', 'bob@example,com', 11, 'comma', 'bob@example.com'],
    ['a comma for a dot in the local part', 'bob,smith@example.com', 3, 'comma', 'bob.smith@example.com'],
    ['a comma left over at the end', 'bob@example.com,', 15, 'comma', 'bob@example.com'],
    ['a semicolon left over at the end', 'bob@example.com;', 15, 'semicolon', 'bob@example.com'],
    ['a dot at the end', 'bob@example.com.', 15, 'dot', 'bob@example.com'],
    ['a dot at the beginning', '.bob@example.com', 0, 'dot', 'bob@example.com'],
    ['a dot before the @', 'bob.@example.com', 3, 'dot', 'bob@example.com'],
    ['a dot after the @', 'bob@.example.com', 4, 'dot', 'bob@example.com'],
    ['two dots in the domain', 'bob@example..com', 12, 'two dots', 'bob@example.com'],
    ['two dots in the local part', 'bob..smith@example.com', 4, 'two dots', 'bob.smith@example.com'],
    ['the @ twice', 'bob@@example.com', 4, 'second @', 'bob@example.com'],
    ['two addresses in one', 'bob@example.com@example.net', 15, 'second @', null],
    ['two addresses with a comma', 'a@example.com,b@example.com', 13, 'comma', null],
    ['a fullwidth @', 'bob＠example.com', 3, '＠', 'bob@example.com'],
    ['a display name', 'Bob Smith <bob@example.com>', 0, 'name', 'bob@example.com'],
    ['a bracket left open', '<bob@example.com', 0, '<', 'bob@example.com'],
    ['several slips at once', ' bob smith@example,,com. ', 4, 'space', 'bobsmith@example.com'],
    ['a quote that is never closed', '"bob@example.com', 0, 'never closed', 'bob@example.com'],
    ['quotes in the middle', 'bo"b"@example.com', 2, 'quotes', 'bob@example.com'],
    ['something between quote and @', '"bob"x@example.com', 5, 'follow', 'bobx@example.com'],
    ['a quoted part without domain', '"bob"', 5, '@ is missing', null],
    ['a comment', 'bob(home)@example.com', 3, '(', null],
    ['a line end', 'bob@example.com\r\nRCPT TO:<eve@example.com>', 15, 'U+000D', null],
    ['a line end at the end', 'bob@example.com\n', 15, 'U+000A', 'bob@example.com'],
    ['a NUL', 'bob\0@example.com', 3, 'U+0000', 'bob@example.com'],
    ['a control character of the second range', 'bob\u0085@example.com', 3, 'U+0085', 'bob@example.com'],
    ['a tab in the middle', 'bob\tsmith@example.com', 3, 'U+0009', 'bobsmith@example.com'],
    ['a zero-width space in the middle', 'bob@exam\u200bple.com', 8, 'U+200B', 'bob@example.com'],
    ['a right-to-left override', 'bob\u202e@example.com', 3, 'U+202E', 'bob@example.com'],
    ['half a surrogate pair', 'bob\ud800@example.com', 3, 'U+D800', null],
    ['an underscore in the domain', 'bob@my_host.example', 6, '_', null],
    ['a hyphen before the dot', 'bob@example-.com', 11, 'hyphen', null],
    ['a hyphen after the @', 'bob@-example.com', 4, 'hyphen', null],
    ['an IPv4 address without brackets', 'bob@192.0.2.1', 4, '[ and ]', 'bob@[192.0.2.1]'],
    ['an IPv6 address without tag', 'bob@[2001:db8::1]', 5, 'IPv6:', 'bob@[IPv6:2001:db8::1]'],
    ['an IPv4 address with the tag of IPv6', 'bob@[IPv6:192.0.2.1]', 5, 'no IPv6', null],
    ['a literal of something else', 'bob@[x25:1234]', 5, 'no IP address', null],
    ['a literal that goes on', 'bob@[192.0.2.1].com', 4, 'nothing behind', null],
    ['a top-level domain of digits', 'bob@example.123', 12, 'digits', null],
    ['a snowman joined to a forbidden sign', 'bob@☃_.example', 4, 'internationalised', null],
    ['mixed directions in one label', 'bob@9a.א.com', 7, 'internationalised', null],
    ['a local part of 65 octets', `${long(65)}@example.com`, 64, '65 octets', null],
    ['a local part of 33 letters of two octets', `${'ö'.repeat(33)}@example.com`, 32, '66 octets', null],
    ['a label of 64 characters', `bob@${long(64)}.com`, 67, '64 characters', null],
    ['a domain of 254 characters', `b@${label63}.${label63}.${label63}.${long(62)}`, 255, '254 characters', null],
    ['an address of 255 octets', `bob@${label63}.${label63}.${label63}.${long(59)}`, 254, '255 octets', null],
    ['a whole book', long(100_000), 1000, 'too long', null],
  ])('%s', (_, text, at, reason, suggestion) => {
    expect(parse(text)).toEqual({ fault: { at, reason: expect.stringContaining(reason), suggestion } });
  });
});

describe('what was asked', () => {
  const target = (text: string, postmaster = false) => parseTarget(text, { toAscii, postmaster });
  it.each([
    ['an address', 'bob@example.com', { kind: 'address', assumed: false }],
    ['a domain', 'example.com', { kind: 'domain', domain: { name: 'example.com' } }],
    ['a domain with its final dot', 'example.', { kind: 'domain', domain: { name: 'example' } }],
    ['a domain with blanks around it', ' example.com ', { kind: 'domain', input: ' example.com ' }],
    ['an address literal', '[192.0.2.25]', { kind: 'domain', domain: { literal: '[192.0.2.25]' } }],
    ['an internationalised domain', 'bücher.example', { kind: 'domain', domain: { name: 'xn--bcher-kva.example' } }],
    ['a word', 'example', { kind: 'malformed', fault: { reason: 'an @ is missing', at: 7 } }],
    ['an IP address', '192.0.2.25', { kind: 'malformed', fault: { suggestion: '[192.0.2.25]' } }],
    ['a domain with a comma', 'www.example,com', { kind: 'malformed', fault: { at: 11, suggestion: 'www.example.com' } }],
    ['a domain with an underscore', 'a_b.example', { kind: 'malformed', fault: { at: 1 } }],
    ['two dots at the end', 'example.com..', { kind: 'malformed', fault: { suggestion: 'example.com' } }],
    ['a line end', 'example.com\n', { kind: 'malformed', fault: { at: 11 } }],
  ])('%s', (_, text, expected) => {
    expect(target(text)).toMatchObject(expected);
  });

  it('is the postmaster of a bare domain where that is wanted, and says that it was assumed', () => {
    expect(target('example.com', true)).toMatchObject({ kind: 'address', assumed: true, mailbox: { address: 'postmaster@example.com' } });
    expect(target('bob@example.com', true)).toMatchObject({ assumed: false, mailbox: { address: 'bob@example.com' } });
  });
});

describe('a near miss of a common domain', () => {
  it.each([
    ['letters swapped', 'gmial.com', 'gmail.com'],
    ['letters swapped further on', 'hotmial.com', 'hotmail.com'],
    ['a letter too many', 'yahooo.com', 'yahoo.com'],
    ['a letter missing', 'outlok.com', 'outlook.com'],
    ['an end that does not exist', 'gmail.con', 'gmail.com'],
    ['the end of Cameroon', 'gmail.cm', 'gmail.com'],
    ['two slips, one at the end', 'gmial.con', 'gmail.com'],
    ['another country', 'yaho.co.uk', 'yahoo.co.uk'],
    ['itself', 'gmail.com', null],
    ['a real neighbour', 'ymail.com', null],
    ['a short name stays alone', 'ao.com', null],
    ['something else', 'example.com', null],
    ['a long name', `${'gmail'.repeat(50)}.com`, null],
    ['a single label', 'gmail', null],
  ])('%s', (_, domain, meant) => {
    expect(suggestDomain(domain)).toBe(meant);
  });
});

describe('any text', () => {
  const mailboxLike = fc.string({ unit: fc.constantFrom(...'ab1.@@"\\<>[]:,- \t\r\n\0ößé＠。\u200b\ud800xn--'.split('')), maxLength: 40 });

  it('never throws, and points into the input', () => {
    fc.assert(
      fc.property(fc.oneof(mailboxLike, fc.string({ unit: 'binary' })), (text) => {
        const result = parseMailbox(text, toAscii);
        if ('fault' in result) expect(result.fault.at).toBeLessThanOrEqual(text.length);
        expect(parseTarget(text, { toAscii, postmaster: true }).input).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  it('that is a mailbox is one line, is in its bounds, and is read again as itself', () => {
    fc.assert(
      fc.property(fc.oneof(mailboxLike, fc.emailAddress()), (text) => {
        const result = parseMailbox(text, toAscii);
        if ('fault' in result) return;
        const { address } = result.mailbox;
        expect(address).not.toMatch(/\p{Cc}|[\u2028\u2029]/u);
        expect(new TextEncoder().encode(address).length).toBeLessThanOrEqual(254);
        expect(parseMailbox(address, toAscii)).toMatchObject({ mailbox: { address } });
      }),
      { numRuns: 3000 },
    );
  });

  it('that is suggested is a mailbox', () => {
    fc.assert(
      fc.property(mailboxLike, (text) => {
        const result = parseMailbox(text, toAscii);
        if (!('fault' in result) || result.fault.suggestion === null) return;
        expect(parseMailbox(result.fault.suggestion, toAscii)).toHaveProperty('mailbox');
      }),
      { numRuns: 3000 },
    );
  });
});
