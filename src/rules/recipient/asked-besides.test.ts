/** Rules about recipients that are asked for behind the real one: the postmaster, and made-up ones. */
import { describe, expect, it } from 'vitest';
import { hostCase } from '../../facts/testing/host-world.js';
import type { CaseFile } from '../../model/case-file.js';
import { createFactView } from '../../model/fact.js';
import { askBesides } from '../testing/ask-besides.js';
import catchAll from './catch-all.js';
import postmasterUnknown from './postmaster-unknown.js';

const mx1 = '192.0.2.25';
const before = ['220 mx1.example.com ESMTP', 'EHLO', '250 mx1', 'MAIL', '250 2.1.0 Ok', 'RCPT'];
const unknownUser = '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown';
const noRelay = '554 5.7.1 <bob@example.com>: Relay access denied';

/** The real recipient is answered so. */
function answering(reply: string): CaseFile {
  return hostCase({ mx: [`10 mx1.example.com ${mx1}`], hosts: { [mx1]: { says: [...before, reply] } } });
}

function evaluateRule(rule: typeof catchAll, file: CaseFile) {
  const view = createFactView(file);
  return rule.evaluate(Object.fromEntries(Object.entries(rule.needs).map(([name, fact]) => [name, view.read(fact)])));
}

const accepted = answering('250 2.1.5 Ok');

describe('recipient/postmaster-unknown', () => {
  it.each([
    ['a postmaster who is refused is found', accepted, 'postmaster@example.com', '550 5.1.1 User unknown', 'found'],
    ['a postmaster without a domain, in capitals, too', accepted, 'Postmaster', '550 5.1.1 User unknown', 'found'],
    ['a postmaster who is put off is clear', accepted, 'postmaster@example.com', '450 4.2.0 Greylisted', 'clear'],
    ['a postmaster who is accepted is clear', accepted, 'postmaster@example.com', '250 2.1.5 Ok', 'clear'],
    ['another recipient is nobody to ask', accepted, 'alice@example.com', '550 5.1.1 User unknown', 'not-applicable'],
    ['an unknown recipient before says nothing else', answering(unknownUser), 'postmaster@example.com', '550 5.1.1 User unknown', 'found'],
    ['a server that relays for nobody refuses everybody', answering(noRelay), 'postmaster@example.com', noRelay, 'could-not-tell'],
  ])('%s', (_sentence, file, recipient, reply, expected) => {
    expect(evaluateRule(postmasterUnknown, askBesides(file, recipient, reply)).result).toBe(expected);
  });

  it('says which server refused whom, with its reply', () => {
    expect(evaluateRule(postmasterUnknown, askBesides(accepted, 'postmaster@example.com', '550 5.1.1 User unknown'))).toEqual({
      result: 'found',
      findings: [
        {
          code: 'recipient.postmaster-unknown',
          says: 'refused',
          subject: { kind: 'host', name: mx1, within: ['example.com', 'mx1.example.com'] },
          confidence: 'certain',
          arguments: { domain: 'example.com', server: `mx1.example.com [${mx1}]`, reply: '550 5.1.1 User unknown' },
          evidence: [`smtp/${mx1}`],
        },
      ],
    });
  });
});

describe('recipient/catch-all', () => {
  it.each([
    ['nobody made up was asked for', accepted, 'postmaster@example.com', '250 2.1.5 Ok', 'not-applicable'],
    ['somebody of another domain says nothing', accepted, 'x7k2@example.org', '250 2.1.5 Ok', 'not-applicable'],
    ['a made-up recipient is refused', accepted, 'x7k2@example.com', '550 5.1.1 User unknown', 'clear'],
    ['a made-up recipient is accepted', accepted, 'x7k2@example.com', '250 2.1.5 Ok', 'found'],
  ])('%s', (_sentence, file, recipient, reply, expected) => {
    expect(evaluateRule(catchAll, askBesides(file, recipient, reply)).result).toBe(expected);
  });

  it('names the made-up recipient, as a notice', () => {
    const result = evaluateRule(catchAll, askBesides(accepted, 'x7k2@example.com', '250 2.1.5 Ok'));
    expect(result).toMatchObject({ findings: [{ says: 'accepts', arguments: { control: 'x7k2@example.com', domain: 'example.com' } }] });
    expect(catchAll.says['recipient.catch-all']?.variants.accepts?.severity).toBe('notice');
  });
});
