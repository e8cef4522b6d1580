/** Ids come from a listing that anybody may have written. */
import { describe, expect, it } from 'vitest';
import { listQueueCommands } from './queue-commands.js';

describe('the commands for a group', () => {
  it.each([
    ['postqueue-json', ['4WxYz1'], false, 'postqueue -i 4WxYz1', 'postsuper -d 4WxYz1'],
    [
      'postfix-mailq',
      ['4WxYz1', '4WxYz2'],
      true,
      "printf '%s\\n' 4WxYz1 4WxYz2 | postsuper -H -",
      "printf '%s\\n' 4WxYz1 4WxYz2 | postsuper -d -",
    ],
    ['exim-bp', ['1vNPlY-000002-AB'], false, 'exim -M 1vNPlY-000002-AB', 'exim -Mrm 1vNPlY-000002-AB'],
    ['exim-bp', ['1vNPlY-000002-AB'], true, 'exim -Mt 1vNPlY-000002-AB && exim -M 1vNPlY-000002-AB', 'exim -Mrm 1vNPlY-000002-AB'],
    ['smtpctl', ['3b4c5d6e7f809102'], false, 'smtpctl schedule 3b4c5d6e7f809102', 'smtpctl remove 3b4c5d6e7f809102'],
    [
      'exchange-queue',
      ['MAIL1\\17'],
      false,
      "Retry-Queue -Identity 'MAIL1\\17'",
      "Get-Message -Queue 'MAIL1\\17' -ResultSize Unlimited | Remove-Message -WithNDR $false",
    ],
    [
      'exchange-queue',
      ['MAIL1\\17'],
      true,
      "Resume-Queue -Identity 'MAIL1\\17'",
      "Get-Message -Queue 'MAIL1\\17' -ResultSize Unlimited | Remove-Message -WithNDR $false",
    ],
    [
      'exchange-queue',
      ['MAIL1\\Unreachable'],
      false,
      "Retry-Queue -Identity 'MAIL1\\Unreachable' -Resubmit $true",
      "Get-Message -Queue 'MAIL1\\Unreachable' -ResultSize Unlimited | Remove-Message -WithNDR $false",
    ],
    [
      'exchange-queue',
      ['MAIL1\\Poison'],
      true,
      "Get-Message -Queue 'MAIL1\\Poison' -ResultSize Unlimited | Resume-Message -Confirm",
      "Get-Message -Queue 'MAIL1\\Poison' -ResultSize Unlimited | Remove-Message -WithNDR $false",
    ],
    [
      'exchange-message',
      ['MAIL1\\Unreachable\\4'],
      false,
      "Retry-Queue -Identity 'MAIL1\\Unreachable' -Resubmit $true",
      "Remove-Message -Identity 'MAIL1\\Unreachable\\4' -WithNDR $false",
    ],
  ] as const)('%s %j, held %s', (format, ids, held, release, remove) => {
    expect(listQueueCommands(format, ids, { held, place: null })).toEqual({ release: [release], remove: [remove] });
  });

  it.each([
    [
      'an instance of Postfix',
      'postqueue-json',
      '4WxYz1',
      '/etc/postfix-out',
      'postqueue -c /etc/postfix-out -i 4WxYz1',
      'postsuper -c /etc/postfix-out -d 4WxYz1',
    ],
    [
      "Sendmail's own queue",
      'sendmail-mailq',
      '7ANKC1Xx012345',
      null,
      'sendmail -v -qI7ANKC1Xx012345',
      'rm -f /var/spool/mqueue/[dqx]f7ANKC1Xx012345',
    ],
    [
      "Sendmail's queue group",
      'sendmail-mailq',
      '7ANKC1Xx012345',
      '/var/spool/mqueue/q2',
      'sendmail -v -qI7ANKC1Xx012345',
      'rm -f /var/spool/mqueue/q2/[dqx]f7ANKC1Xx012345',
    ],
    [
      "Sendmail's client queue",
      'sendmail-mailq',
      '7ANKC1Xx012345',
      '/var/spool/mqueue-client',
      'sendmail -Ac -v -qI7ANKC1Xx012345',
      'rm -f /var/spool/mqueue-client/[dqx]f7ANKC1Xx012345',
    ],
    [
      'an instance of Postfix whose name has more than letters',
      'postqueue-json',
      '4WxYz1',
      '/etc/postfix-out+1',
      'postqueue -c /etc/postfix-out+1 -i 4WxYz1',
      'postsuper -c /etc/postfix-out+1 -d 4WxYz1',
    ],
    [
      'a folder of Sendmail in another place',
      'sendmail-mailq',
      '7ANKC1Xx012345',
      '/srv/mail+queue/..q',
      'sendmail -v -qI7ANKC1Xx012345',
      'rm -f /srv/mail+queue/..q/[dqx]f7ANKC1Xx012345',
    ],
  ] as const)('of %s', (_, format, id, place, release, remove) => {
    expect(listQueueCommands(format, [id], { held: false, place })).toEqual({ release: [release], remove: [remove] });
  });

  it('try nothing that waits for the categorizer of Exchange', () => {
    const context = { held: false, place: null };
    expect(listQueueCommands('exchange-queue', ['MAIL1\\Submission'], context).release).toEqual([]);
    expect(listQueueCommands('exchange-message', ['MAIL1\\Submission\\7'], context).release).toEqual([]);
  });

  it.each([
    '/tmp; reboot',
    '/var/spool/../../etc',
    '/var/spool/..',
    '/var/./spool',
    '/srv/mail queue',
    '/srv/mail\nqueue',
    '/srv/$(reboot)',
    "/srv/'q'",
    '/srv/*',
    '//',
    'mqueue',
    '-c',
    '',
    `/${'q'.repeat(300)}`,
    '/q'.repeat(600),
  ])('are none where the queue lies in %j: those of the usual place would be about another one', (place) => {
    for (const [format, id] of [
      ['postqueue-json', '4WxYz1'],
      ['sendmail-mailq', '7ANKC1Xx012345'],
    ] as const) {
      expect(listQueueCommands(format, [id], { held: false, place })).toEqual({ release: [], remove: [] });
    }
  });

  it('leave out ids that no such product makes, whatever they try', () => {
    const hostile = ['$(reboot)', '4W; rm -rf /', '-d ALL', 'ALL', "x' | y", '../../etc/passwd', '`id`', ''];
    for (const format of ['postqueue-json', 'exim-bp', 'sendmail-mailq', 'smtpctl', 'exchange-queue', 'exchange-message'] as const) {
      expect(listQueueCommands(format, hostile, { held: false, place: null })).toEqual({ release: [], remove: [] });
    }
  });
});
