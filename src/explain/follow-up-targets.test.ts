/** Whom a follow-up asks about. */
import { describe, expect, it } from 'vitest';
import type { Explained, ExplainedRecipient } from '../model/explained.js';
import { asciiOnly } from '../parse/mailbox.js';
import { explainReplyText } from './explain-reply-text.js';
import { FollowUpTargets } from './follow-up-targets.js';

const [sample] = explainReplyText('550 5.1.1 no')?.recipients ?? [];

function record(...recipients: readonly Partial<ExplainedRecipient>[]): Explained {
  const explained = explainReplyText('550 5.1.1 no');
  if (explained === null || sample === undefined) throw new Error('no reply');
  return { ...explained, recipients: recipients.map((changes) => ({ ...sample, ...changes })) };
}

function choose(records: readonly Explained[], byHost = false) {
  const gathering = new FollowUpTargets(asciiOnly, byHost);
  for (const each of records) gathering.add(each);
  const { targets, leftOut } = gathering.choose();
  return { targets: targets.map(({ target, standsFor, told }) => [target.mailbox.address, told.code, standsFor]), leftOut };
}

const nothing = { unnamed: 0, beyondLimit: 0 };

describe('the targets', () => {
  it('are one for each cause and domain, the most frequent first', () => {
    const full = { code: 'recipient.mailbox-full' } as const;
    const records = [
      record({ address: 'bob@example.com' }, { address: 'ann@EXAMPLE.com' }),
      record({ address: 'bob@example.org' }, { ...full, address: 'carol@example.com' }, { address: 'dave@example.com' }),
    ];
    expect(choose(records)).toEqual({
      targets: [
        ['bob@example.com', 'recipient.unknown', 3],
        ['bob@example.org', 'recipient.unknown', 1],
        ['carol@example.com', 'recipient.mailbox-full', 1],
      ],
      leftOut: nothing,
    });
  });

  it('are one for each cause and exchange of a queue', () => {
    const records = [
      record({ address: 'bob@example.com', host: 'mx.example.net' }, { address: 'ann@example.org', host: 'MX.example.net' }),
      record({ address: 'carol@example.org', host: null }),
    ];
    expect(choose(records, true).targets).toEqual([
      ['bob@example.com', 'recipient.unknown', 2],
      ['carol@example.org', 'recipient.unknown', 1],
    ]);
  });

  it('are twenty at most, however many domains there are', () => {
    const records = Array.from({ length: 6000 }, (_, at) => record({ address: `bob@domain${at}.example` }));
    const { targets, leftOut } = choose(records);
    expect(targets).toHaveLength(20);
    expect(leftOut).toEqual({ unnamed: 0, beyondLimit: 5980 });
  });

  it('leave out who is not named, and what arrived', () => {
    const records = [
      record(
        { address: null },
        { address: 'no address' },
        { address: 'ok@example.com', kind: 'delivered', code: null },
        { address: 'complaining@example.com', kind: 'complaint', code: null },
      ),
    ];
    expect(choose(records)).toEqual({ targets: [], leftOut: { unnamed: 2, beyondLimit: 0 } });
  });

  it('are those of a report that somebody forwards', () => {
    expect(choose([{ ...record(), carries: record({ address: 'bob@example.com' }) }]).targets).toHaveLength(1);
  });
});
