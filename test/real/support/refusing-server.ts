/**
 * What a machine needs to have mail refused and the refusals logged, without any network: a mail server on port 2525 of
 * its loopback that answers by the recipient's local part, and a place for syslog's datagrams.
 */
import type { Daemon, Host } from './host.js';
import { waitForPort } from './smtp-ready.js';

/** Where `startSyslog` writes. */
export const syslogFile = '/var/log/syslog-all';

/** Replies to RCPT by local part; everybody else is accepted. */
const replies = {
  greylisted: '450 4.2.0 <greylisted@example.com>: Greylisted, see http://postgrey.example/',
  full: '452 4.2.2 <full@example.org>: Mailbox full',
  unknown: '550 5.1.1 <unknown@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
};

const repliesFile = '/run/refuser/replies.json';

/** What it takes is kept, a file for each message, so that bounces can be read. */
const serverScript = `
const fs = require('node:fs');
let count = 0;
require('node:net').createServer((socket) => {
  let data = null;
  let rest = '';
  socket.write('220 refuser.example ESMTP\\r\\n');
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => {
    const lines = (rest + bytes).split('\\r\\n');
    rest = lines.pop();
    for (const line of lines) {
      if (data !== null && line !== '.') { data.push(line.replace(/^\\./, '')); continue; }
      const user = /^RCPT TO:<([^@>]*)/i.exec(line);
      const word = line.slice(0, 4).toUpperCase();
      if (data !== null) {
        count += 1;
        fs.writeFileSync('/run/refuser/' + count + '.part', data.join('\\r\\n') + '\\r\\n');
        fs.renameSync('/run/refuser/' + count + '.part', '/run/refuser/' + count + '.eml');
        data = null;
        socket.write('250 2.0.0 Ok: queued as 4WxRefuser' + count + '\\r\\n');
      }
      else if (word === 'DATA') { data = []; socket.write('354 go on\\r\\n'); }
      else if (word === 'QUIT') socket.end('221 2.0.0 Bye\\r\\n');
      else if (word === 'EHLO') socket.write('250 refuser.example\\r\\n');
      else socket.write((user && JSON.parse(fs.readFileSync('${repliesFile}', 'utf8'))[user[1]] || '250 2.1.0 Ok') + '\\r\\n');
    }
  });
}).listen(2525, '127.0.0.1');
`;

/** Starts the server. Resolves when it listens. */
export async function startRefusingServer(host: Host): Promise<Daemon> {
  host.write('/run/refuser.cjs', serverScript);
  host.write(repliesFile, JSON.stringify(replies));
  const daemon = host.start('refuser', `${process.execPath} /run/refuser.cjs`);
  await waitForPort(host, '127.0.0.1', 2525);
  return daemon;
}

/** From now on it takes mail for this local part. */
export function acceptMailFor(host: Host, user: keyof typeof replies): void {
  const { [user]: _, ...others } = JSON.parse(host.read(repliesFile)) as Readonly<Record<string, string>>;
  host.write(repliesFile, JSON.stringify(others));
}

/** The files of the messages that it has taken and that hold the text. */
export async function findTaken(host: Host, text: string): Promise<readonly string[]> {
  const { stdout } = await host.run(`grep -lF -- '${text}' /run/refuser/*.eml`);
  return stdout.split('\n').filter((line) => line !== '');
}

/** A socket at /dev/log, in a /dev of the machine's own; each datagram becomes a line as a syslog daemon writes it (RFC 3164). */
export async function startSyslog(host: Host): Promise<Daemon> {
  await host.run(
    'mkdir -p /run/dev && cp -a /dev/null /dev/zero /dev/random /dev/urandom /dev/tty /run/dev/ && mount --bind /run/dev /dev',
  );
  host.write('/run/syslog.pl', syslogScript);
  const daemon = host.start('syslog', 'perl /run/syslog.pl');
  await host.run('for i in $(seq 100); do [ -S /dev/log ] && break; sleep 0.05; done');
  return daemon;
}

const syslogScript = `
use strict; use Socket;
umask 0;
socket(my $socket, AF_UNIX, SOCK_DGRAM, 0) or die $!;
bind($socket, sockaddr_un('/dev/log')) or die $!;
open(my $file, '>>', '${syslogFile}') or die $!;
$file->autoflush(1);
while (defined recv($socket, my $line, 65536, 0)) {
  $line =~ s/^<\\d+>(.{15}) /$1 mail /;
  $line =~ s/[\\0\\n]+$//;
  print $file "$line\\n";
}
`;
