/** Delivery status fields as RFC 3464 has them, and as they are met. */
import { describe, expect, it } from 'vitest';
import { parseDeliveryStatus } from './delivery-status.js';

describe('delivery status', () => {
  it('reads the reporter and one group a recipient', () => {
    const text = [
      'Reporting-MTA: dns; mx.example.org',
      '',
      'Original-Recipient: rfc822;Bob@example.com',
      'Final-Recipient: rfc822; bob@mail.example.com',
      'Action: failed (bounced)',
      'Status: 5.1.1 (bad mailbox)',
      'Remote-MTA: dns; mx1.example.com',
      'Diagnostic-Code: smtp; 550 5.1.1 <bob@mail.example.com>:',
      '    User unknown',
      '',
      'Final-Recipient: rfc822; amy@example.com',
      'Action: delayed',
      'Status: 4.4.1',
    ].join('\n');
    expect(parseDeliveryStatus(text)).toEqual({
      reportingHost: 'mx.example.org',
      groups: [
        {
          finalRecipient: 'bob@mail.example.com',
          originalRecipient: 'Bob@example.com',
          actualRecipient: null,
          action: 'failed',
          status: '5.1.1',
          diagnostic: '550 5.1.1 <bob@mail.example.com>:\nUser unknown',
          diagnosticType: 'smtp',
          remoteHost: 'mx1.example.com',
          retryUntilMs: null,
        },
        {
          finalRecipient: 'amy@example.com',
          originalRecipient: null,
          actualRecipient: null,
          action: 'delayed',
          status: '4.4.1',
          diagnostic: null,
          diagnosticType: null,
          remoteHost: null,
          retryUntilMs: null,
        },
      ],
    });
  });

  it.each([
    [
      'a field folded without indentation',
      'Final-Recipient: rfc822; a@b.example\nDiagnostic-Code: smtp; 550\nno such user\nAction: failed',
      '550\nno such user',
    ],
    ['a type left out', 'Final-Recipient: a@b.example\nDiagnostic-Code: 550 no', '550 no'],
    ['a misspelt field behind the recipient', 'Final-Recipient: rfc822; a@b.example\nction: failed\nStatus: 5.3.0', null],
  ])('%s', (_, text, diagnostic) => {
    expect(parseDeliveryStatus(text).groups).toMatchObject([{ finalRecipient: 'a@b.example', diagnostic }]);
  });

  it('begins a group at a second recipient without an empty line', () => {
    const { groups } = parseDeliveryStatus(
      'Final-Recipient: rfc822; a@b.example\nAction: failed\nFinal-Recipient: rfc822; c@d.example\nAction: failed',
    );
    expect(groups.map(({ finalRecipient }) => finalRecipient)).toEqual(['a@b.example', 'c@d.example']);
  });

  it('makes no status up', () => {
    expect(parseDeliveryStatus('Final-Recipient: rfc822; a@b.example\nStatus: none').groups).toMatchObject([{ status: null }]);
  });

  it('holds nothing where there are no fields', () => {
    expect(parseDeliveryStatus('Dear Bob,\n\nsee you.')).toEqual({ reportingHost: null, groups: [] });
  });
});
