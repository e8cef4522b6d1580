/** Whose side a failure is on: by who was spoken to, or by words that a mail server has for its own part. */
import { describe, expect, it } from 'vitest';
import { type FailureReason, parseFailureReason } from './failure-reason.js';

const own = { isOwnSide: true, relay: null };
const other = { isOwnSide: false, relay: null };
const viaRelay = (relay: string) => ({ isOwnSide: true, relay });

describe('the side of a failure', () => {
  it.each<[string, Partial<FailureReason>]>([
    ['connect to mx.example.com[192.0.2.1]:25: Connection refused', { ...other, host: 'mx.example.com' }],
    ['host mx.example.com[192.0.2.1] said: 450 4.2.0 Greylisted (in reply to RCPT TO command)', { ...other, host: 'mx.example.com' }],
    ['delivery temporarily suspended: connect to 127.0.0.1[127.0.0.1]:10024: Connection refused', { ...own, text: 'Connection refused' }],
    ['connect to mail.corp.example[private/dovecot-lmtp]: No such file or directory', { ...own, text: 'No such file or directory' }],
    ['host mail.corp.example[private/dovecot-lmtp] said: 451 4.2.0 Internal error (in reply to end of DATA command)', own],
    ['lost connection with ::1[::1] while receiving the initial server greeting', own],
    ['connect to relay.corp.example[10.0.0.1]:587: Connection refused', viaRelay('relay.corp.example:587')],
    ['connect to relay.example.net[192.0.2.5]:465: Connection timed out', viaRelay('relay.example.net:465')],
    ['connect to relay.corp.example[10.0.0.1]:25: Connection refused', viaRelay('relay.corp.example')],
    ['host relay.corp.example[192.168.1.1] said: 451 4.3.0 Error (in reply to RCPT TO command)', viaRelay('relay.corp.example')],
    [
      'SASL authentication failed; server relay.example.net[192.0.2.5] said: 535 5.7.8 Error: authentication failed',
      { ...viaRelay('relay.example.net'), stage: 'auth', text: '535 5.7.8 Error: authentication failed' },
    ],
    ['mail transport unavailable', own],
    ['unknown mail transport error', own],
    ['alias database unavailable', own],
    ['cannot update mailbox /var/mail/bob for user bob. unable to lock for exclusive access', own],
    ['temporary failure. Command output: spamc: connect to 127.0.0.1 failed: Connection refused', own],
    ['Command died with status 127: "deliver"', own],
    ['maildir delivery failed: create maildir file: No space left on device', own],
    ['mail for corp.example loops back to myself', own],
    ['Connection refused LMTP connection to localhost [127.0.0.1]', own],
    ['Deferred: Connection refused by [127.0.0.1]', { ...own, host: '127.0.0.1' }],
    ['Deferred: Connection refused by localhost.', { ...own, host: 'localhost' }],
    ['Deferred: Connection refused by mx.example.com.', { ...other, host: 'mx.example.com' }],
    ['A matching connector cannot be found to route the external recipient', own],
    ['450 4.3.0 mail transport unavailable', other],
  ])('%s', (reason, side) => {
    expect(parseFailureReason(reason)).toMatchObject(side);
  });
});
