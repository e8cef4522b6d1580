/**
 * A Postfix log from a seed, as a busy server of a company writes it: postscreen and its blocklists in front,
 * submission and inbound mail, TLS lines, messages of several recipients, retries, refusals, warnings, bounces, and
 * lines of the other programs that log to the same file.
 *
 * The same seed gives the same lines everywhere.
 */

/** Mulberry32: the same numbers for the same seed everywhere. */
function createRandom(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const digits = '0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz';

function formatTime(seconds) {
  const date = new Date(seconds * 1000);
  const two = (number) => String(number).padStart(2, '0');
  const day = String(date.getUTCDate()).padStart(2, ' ');
  return `${months[date.getUTCMonth()]} ${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/** What remote hosts say: how often of a hundred refusals, status, code, text. */
const refusals = [
  [38, 'deferred', '4.2.0', (to) => `450 4.2.0 <${to}>: Recipient address rejected: Greylisted, see http://postgrey.example/help`],
  [14, 'deferred', '4.2.2', (to) => `452 4.2.2 <${to}>: Mailbox full`],
  [6, 'deferred', '4.7.0', () => '421 4.7.0 Too many connections from your address, try again later'],
  [22, 'bounced', '5.1.1', (to) => `550 5.1.1 <${to}>: Recipient address rejected: User unknown in virtual mailbox table`],
  [8, 'bounced', '5.7.1', () => '554 5.7.1 Service unavailable; Client host [198.51.100.5] blocked using zen.blocklist.example'],
  [
    6,
    'bounced',
    '5.7.26',
    () => '550-5.7.26 This mail has been blocked because the sender is unauthenticated. 550 5.7.26 Please authenticate',
  ],
  [6, 'bounced', '5.3.4', () => '552 5.3.4 Message size exceeds fixed limit'],
];

function chooseRefusal(random) {
  let left = random(100);
  return refusals.find(([weight]) => {
    left -= weight;
    return left < 0;
  });
}

/** Makes the lines of one thing that happens; `add(program, secondsLater, text)` takes them. */
function createEvents(random) {
  let counter = 0;
  const pick = (list) => list[random(list.length)];
  const address = () => `${1 + random(222)}.${random(256)}.${random(256)}.${1 + random(254)}`;
  const newId = () => {
    counter += 1 + random(40);
    let id = '';
    for (let left = counter * 61 + random(61); left > 0; left = Math.floor(left / 52)) id = digits[left % 52] + id;
    return `4W${id.padStart(11, '0')}`;
  };
  const user = () => `${pick(['anna', 'info', 'john.smith', 'sales', 'm.weber', 'office', 'news', 'k'])}${random(4000)}`;
  const remote = () => `domain${Math.floor(random(1500) ** 1.05)}.example`;
  const tls = (who, what) =>
    `${what} TLS connection established ${who}: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256`;
  const messageId = () => `<${random(1e9).toString(36)}.${random(1e9)}@${pick(['corp.example', 'app.corp.example', remote()])}>`;

  function takeIn(add, id, from, recipients) {
    add('postfix/cleanup', 0, `${id}: message-id=${messageId()}`);
    if (random(3) > 0) add('opendkim', 0, `${id}: DKIM-Signature field added (s=mail, d=corp.example)`);
    add('postfix/qmgr', 0, `${id}: from=<${from}>, size=${800 + random(60_000)}, nrcpt=${recipients} (queue active)`);
  }

  function deliverOut(add, id, to, after) {
    const domain = to.slice(to.indexOf('@') + 1);
    const host = `mx${1 + random(2)}.${domain}`;
    const relay = `${host}[${address()}]`;
    const line = (result, extra) =>
      add(
        'postfix/smtp',
        after,
        `${id}: to=<${to}>, relay=${result === 'none' ? 'none' : `${relay}:25`}, delay=${(random(900) / 100).toFixed(1)}, delays=0.1/0/${(random(90) / 100).toFixed(2)}/0.6, ${extra}`,
      );
    if (random(25) === 0) {
      add('postfix/smtp', after, `connect to ${relay}:25: Connection timed out`);
      line('none', `dsn=4.4.1, status=deferred (connect to ${relay}:25: Connection timed out)`);
      return 'deferred';
    }
    if (random(4) > 0) add('postfix/smtp', after, tls(`to ${relay}:25`, pick(['Trusted', 'Untrusted', 'Verified'])));
    if (random(8) > 0) {
      line('relay', `dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as ${newId()})`);
      return 'sent';
    }
    const [, status, dsn, say] = chooseRefusal(random);
    const said = `host ${relay} said: ${say(to)} (in reply to RCPT TO command)`;
    if (status === 'deferred' && random(2) === 0) add('postfix/smtp', after, `${id}: ${said}`);
    line('relay', `dsn=${dsn}, status=${status} (${said})`);
    return status;
  }

  function submit(add) {
    const id = newId();
    const client = `${pick(['app', 'web', 'crm', 'unknown'])}${random(9)}.corp.example[10.1.${random(4)}.${1 + random(200)}]`;
    const count = random(5) === 0 ? 2 + random(8) : 1;
    const recipients = Array.from({ length: count }, () => `${user()}@${remote()}`);
    const program = pick(['postfix/smtpd', 'postfix/submission/smtpd', 'postfix/smtps/smtpd']);
    add(program, 0, `connect from ${client}`);
    if (random(2) === 0) add(program, 0, tls(`from ${client}`, 'Anonymous'));
    add(program, 0, `${id}: client=${client}${program === 'postfix/smtpd' ? '' : `, sasl_method=PLAIN, sasl_username=${user()}`}`);
    takeIn(add, id, random(30) === 0 ? '' : `${user()}@corp.example`, count);
    add(program, 1, `disconnect from ${client} ehlo=2 starttls=1 auth=1 mail=1 rcpt=${count} data=1 quit=1 commands=8`);
    let waiting = recipients.filter((to) => {
      const result = deliverOut(add, id, to, 1 + random(4));
      if (result === 'bounced') bounce(add, id, 5);
      return result === 'deferred';
    });
    for (let round = 1; waiting.length > 0 && round < 4; round += 1) {
      const after = round * 300;
      add('postfix/qmgr', after, `${id}: from=<news@corp.example>, size=${800 + random(60_000)}, nrcpt=${count} (queue active)`);
      waiting = waiting.filter((to) => deliverOut(add, id, to, after) === 'deferred');
    }
    if (waiting.length > 0) {
      add('postfix/qmgr', 1200, `${id}: from=<news@corp.example>, status=expired, returned to sender`);
      bounce(add, id, 1200);
    }
    add('postfix/qmgr', waiting.length > 0 ? 1200 : 6, `${id}: removed`);
  }

  function bounce(add, id, after) {
    const notice = newId();
    add('postfix/cleanup', after, `${notice}: message-id=<${random(1e9)}.${notice}@mail.corp.example>`);
    add('postfix/bounce', after, `${id}: sender non-delivery notification: ${notice}`);
    add('postfix/qmgr', after, `${notice}: from=<>, size=${3000 + random(4000)}, nrcpt=1 (queue active)`);
    deliverHere(add, notice, after);
  }

  function deliverHere(add, id, after) {
    const to = `${user()}@corp.example`;
    const alias = random(6) === 0 ? `, orig_to=<${user()}@old.corp.example>` : '';
    const [program, relay, told] = pick([
      ['postfix/lmtp', 'mail.corp.example[private/dovecot-lmtp]', '250 2.0.0 <x> gk5eD9aLb2X Saved'],
      ['postfix/local', 'local', 'delivered to mailbox'],
      ['postfix/virtual', 'virtual', 'delivered to maildir'],
    ]);
    add(program, after, `${id}: to=<${to}>${alias}, relay=${relay}, delay=0.3, delays=0.2/0/0/0.1, dsn=2.0.0, status=sent (${told})`);
    if (relay.includes('dovecot'))
      add('dovecot', after, `lmtp(${to})<${random(30_000)}><gk5eD9aLb2X>: sieve: msgid=${messageId()}: stored mail into mailbox 'INBOX'`);
    add('postfix/qmgr', after, `${id}: removed`);
  }

  function receive(add) {
    const ip = address();
    const client = `${random(5) === 0 ? 'unknown' : `mail.${remote()}`}[${ip}]`;
    const id = newId();
    add('postfix/postscreen', 0, `CONNECT from [${ip}]:${20_000 + random(40_000)} to [192.0.2.25]:25`);
    add('postfix/postscreen', 0, `PASS ${pick(['OLD', 'OLD', 'NEW'])} [${ip}]:${20_000 + random(40_000)}`);
    if (client.startsWith('unknown'))
      add('postfix/smtpd', 0, `warning: hostname host-${ip.replaceAll('.', '-')}.isp.example does not resolve to address ${ip}`);
    add('postfix/smtpd', 0, `connect from ${client}`);
    add('postfix/smtpd', 0, tls(`from ${client}`, 'Anonymous'));
    add('postfix/smtpd', 1, `${id}: client=${client}`);
    if (random(20) === 0) {
      add(
        'postfix/cleanup',
        1,
        `${id}: milter-reject: END-OF-MESSAGE from ${client}: 5.7.1 Spam message rejected; from=<${user()}@${remote()}> to=<${user()}@corp.example> proto=ESMTP helo=<mail.${remote()}>`,
      );
    } else {
      takeIn(add, id, `${user()}@${remote()}`, 1);
      deliverHere(add, id, 1);
    }
    add('postfix/smtpd', 1, `disconnect from ${client} ehlo=2 starttls=1 mail=1 rcpt=1 data=1 quit=1 commands=7`);
  }

  function attack(add) {
    const ip = address();
    const port = 20_000 + random(40_000);
    add('postfix/postscreen', 0, `CONNECT from [${ip}]:${port} to [192.0.2.25]:25`);
    add('postfix/dnsblog', 0, `addr ${ip} listed by domain zen.blocklist.example as 127.0.0.${2 + random(9)}`);
    add('postfix/postscreen', 1, `PREGREET ${10 + random(20)} after 0.${random(9)} from [${ip}]:${port}: EHLO ${ip}\\r\\n`);
    add('postfix/postscreen', 6, `DNSBL rank ${2 + random(6)} for [${ip}]:${port}`);
    add(
      'postfix/postscreen',
      7,
      `NOQUEUE: reject: RCPT from [${ip}]:${port}: 550 5.7.1 Service unavailable; client [${ip}] blocked using zen.blocklist.example; from=<${user()}@${remote()}>, to=<${user()}@corp.example>, proto=ESMTP, helo=<${ip}>`,
    );
    add('postfix/postscreen', 7, `DISCONNECT [${ip}]:${port}`);
  }

  function guess(add) {
    const client = `unknown[${address()}]`;
    add('postfix/submission/smtpd', 0, `connect from ${client}`);
    add('postfix/submission/smtpd', 1, `warning: ${client}: SASL LOGIN authentication failed: UGFzc3dvcmQ6`);
    add('postfix/submission/smtpd', 1, `lost connection after AUTH from ${client}`);
    add('postfix/submission/smtpd', 1, `disconnect from ${client} ehlo=1 auth=0/1 commands=1/2`);
    if (random(3) === 0)
      add(
        'postfix/anvil',
        200,
        `statistics: max connection rate ${1 + random(30)}/60s for (submission:${client.slice(8, -1)}) at Nov 23 08:00:00`,
      );
  }

  function refuse(add) {
    const client = `${random(2) === 0 ? 'unknown' : `smtp.${remote()}`}[${address()}]`;
    const from = `${user()}@${remote()}`;
    const to = `${user()}@${random(4) === 0 ? 'elsewhere.example' : 'corp.example'}`;
    const why = to.endsWith('elsewhere.example')
      ? `454 4.7.1 <${to}>: Relay access denied`
      : `550 5.1.1 <${to}>: Recipient address rejected: User unknown in virtual mailbox table`;
    add('postfix/smtpd', 0, `connect from ${client}`);
    add('postfix/smtpd', 0, `NOQUEUE: reject: RCPT from ${client}: ${why}; from=<${from}> to=<${to}> proto=ESMTP helo=<smtp.${remote()}>`);
    add('postfix/smtpd', 1, `disconnect from ${client} ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4`);
  }

  function login(add) {
    add(
      'dovecot',
      0,
      `imap-login: Login: user=<${user()}@corp.example>, method=PLAIN, rip=${address()}, lip=192.0.2.25, mpid=${random(30_000)}, TLS, session=<${random(1e9).toString(36)}>`,
    );
  }

  // How often of a hundred.
  const shares = [
    [36, submit],
    [26, receive],
    [9, attack],
    [6, guess],
    [6, refuse],
    [17, login],
  ];
  return (add) => {
    let left = random(100);
    const [, make] = shares.find(([share]) => {
      left -= share;
      return left < 0;
    });
    make(add);
  };
}

/** Batches of lines, in the order of their times; at least so many lines in all. */
export function* makePostfixLog(lines, seed = 20_260_101) {
  const random = createRandom(seed);
  const happen = createEvents(random);
  const pending = [];
  let made = 0;
  let nowMs = Date.UTC(2026, 10, 20);
  while (made < lines) {
    for (let event = 0; event < 400; event += 1) {
      nowMs += random(1600);
      const at = Math.floor(nowMs / 1000);
      happen((program, later, text) => pending.push({ seconds: at + later, text: `mail ${program}[${1000 + random(9000)}]: ${text}` }));
    }
    pending.sort((a, b) => a.seconds - b.seconds);
    const due = pending.findIndex(({ seconds }) => seconds * 1000 > nowMs);
    const batch = pending
      .splice(0, Math.min(due < 0 ? pending.length : due, lines - made))
      .map(({ seconds, text }) => `${formatTime(seconds)} ${text}`);
    made += batch.length;
    if (batch.length > 0) yield batch;
  }
}
