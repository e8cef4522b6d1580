import { describe, expect, it } from 'vitest';
import { isPingUsage, parsePing } from './ping.js';

const answered = (roundTripMs: number) => ({ state: 'answered', roundTripMs });
const failed = (failure: string, detail: string | null) => ({ state: 'failed', failure, detail });
const header = 'PING 192.0.2.1 (192.0.2.1) 56(84) bytes of data.\n';
const lost = '\n--- 192.0.2.1 ping statistics ---\n1 packets transmitted, 0 received, 100% packet loss, time 0ms\n\n';

describe('parsePing', () => {
  it.each([
    [
      'iputils, answered',
      `${header}64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.045 ms\n\n--- 192.0.2.1 ping statistics ---\n1 packets transmitted, 1 received, 0% packet loss, time 0ms\nrtt min/avg/max/mdev = 0.045/0.045/0.045/0.000 ms\n`,
      answered(0.045),
    ],
    ['iputils, silent', `${header}${lost}`, failed('silent', null)],
    [
      'iputils, no neighbour',
      `${header}From 192.0.2.9 icmp_seq=1 Destination Host Unreachable\n\n--- 192.0.2.1 ping statistics ---\n1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms\n\n`,
      failed('unreachable', 'From 192.0.2.9 icmp_seq=1 Destination Host Unreachable'),
    ],
    [
      'iputils, filtered',
      `${header}From 192.0.2.9 icmp_seq=1 Packet filtered\n${lost}`,
      failed('prohibited', 'From 192.0.2.9 icmp_seq=1 Packet filtered'),
    ],
    [
      'iputils, host prohibited',
      `${header}From 192.0.2.9 icmp_seq=1 Destination Host Prohibited\n${lost}`,
      failed('prohibited', 'From 192.0.2.9 icmp_seq=1 Destination Host Prohibited'),
    ],
    [
      'iputils for IPv6, prohibited',
      'PING 2001:db8::1(2001:db8::1) 56 data bytes\nFrom 2001:db8::9 icmp_seq=1 Destination unreachable: Administratively prohibited\n',
      failed('prohibited', 'From 2001:db8::9 icmp_seq=1 Destination unreachable: Administratively prohibited'),
    ],
    [
      'iputils for IPv6, no route',
      'PING 2001:db8::1(2001:db8::1) 56 data bytes\nFrom 2001:db8::9 icmp_seq=1 Destination unreachable: No route\n',
      failed('unreachable', 'From 2001:db8::9 icmp_seq=1 Destination unreachable: No route'),
    ],
    [
      'iputils, a loop',
      `${header}From 192.0.2.9 icmp_seq=1 Time to live exceeded\n${lost}`,
      failed('unreachable', 'From 192.0.2.9 icmp_seq=1 Time to live exceeded'),
    ],
    ['iputils, no route here', 'ping: connect: Network is unreachable\n', failed('unreachable', 'ping: connect: Network is unreachable')],
    [
      'iputils, no right to a socket',
      'ping: socket: Operation not permitted\n',
      failed('not-permitted', 'ping: socket: Operation not permitted'),
    ],
    [
      'iputils, no capability',
      'ping: socktype: SOCK_RAW\nping: socket: Operation not permitted\nping: => missing cap_net_raw+p capability or setuid?\n',
      failed('not-permitted', 'ping: socket: Operation not permitted'),
    ],
    [
      'iputils, a local firewall',
      `${header}ping: sendmsg: Operation not permitted\n${lost}`,
      failed('prohibited', 'ping: sendmsg: Operation not permitted'),
    ],
    [
      'busybox, answered',
      'PING 192.0.2.1 (192.0.2.1): 56 data bytes\n64 bytes from 192.0.2.1: seq=0 ttl=64 time=12.106 ms\n\n--- 192.0.2.1 ping statistics ---\n1 packets transmitted, 1 packets received, 0% packet loss\nround-trip min/avg/max = 12.106/12.106/12.106 ms\n',
      answered(12.106),
    ],
    [
      'busybox, silent',
      'PING 192.0.2.1 (192.0.2.1): 56 data bytes\n\n--- 192.0.2.1 ping statistics ---\n1 packets transmitted, 0 packets received, 100% packet loss\n',
      failed('silent', null),
    ],
    ['busybox, no right', 'ping: permission denied (are you root?)\n', failed('not-permitted', 'ping: permission denied (are you root?)')],
    [
      'busybox, no route',
      'PING 192.0.2.1 (192.0.2.1): 56 data bytes\nping: sendto: Network unreachable\n',
      failed('unreachable', 'ping: sendto: Network unreachable'),
    ],
    [
      'macOS, answered',
      'PING 192.0.2.1 (192.0.2.1): 56 data bytes\n64 bytes from 192.0.2.1: icmp_seq=0 ttl=56 time=17.913 ms\n\n--- 192.0.2.1 ping statistics ---\n1 packets transmitted, 1 packets received, 0.0% packet loss\nround-trip min/avg/max/stddev = 17.913/17.913/17.913/0.000 ms\n',
      answered(17.913),
    ],
    [
      'macOS, silent',
      'PING 192.0.2.1 (192.0.2.1): 56 data bytes\n\n--- 192.0.2.1 ping statistics ---\n1 packets transmitted, 0 packets received, 100.0% packet loss\n',
      failed('silent', null),
    ],
    [
      'FreeBSD, filtered',
      'PING 192.0.2.1 (192.0.2.1): 56 data bytes\n92 bytes from 192.0.2.9: Communication prohibited by filter\n',
      failed('prohibited', '92 bytes from 192.0.2.9: Communication prohibited by filter'),
    ],
    [
      'macOS, host down',
      'PING 192.0.2.1 (192.0.2.1): 56 data bytes\nping: sendto: Host is down\n',
      failed('unreachable', 'ping: sendto: Host is down'),
    ],
    [
      'ping6 of macOS',
      'PING6(56=40+8+8 bytes) 2001:db8::2 --> 2001:db8::1\n16 bytes from 2001:db8::1, icmp_seq=0 hlim=64 time=0.069 ms\n',
      answered(0.069),
    ],
    ['ping6 without a route', 'ping6: UDP connect: No route to host\n', failed('unreachable', 'ping6: UDP connect: No route to host')],
    [
      'Windows, answered',
      '\r\nPinging 192.0.2.1 with 32 bytes of data:\r\nReply from 192.0.2.1: bytes=32 time=23ms TTL=56\r\n\r\nPing statistics for 192.0.2.1:\r\n    Packets: Sent = 1, Received = 1, Lost = 0 (0% loss),\r\nApproximate round trip times in milli-seconds:\r\n    Minimum = 23ms, Maximum = 23ms, Average = 23ms\r\n',
      answered(23),
    ],
    ['Windows, below a millisecond', 'Reply from ::1: time<1ms\r\n', answered(1)],
    ['Windows in German', 'Antwort von 192.0.2.1: Bytes=32 Zeit=12ms TTL=56\r\n', answered(12)],
    [
      'Windows, silent',
      '\r\nPinging 192.0.2.1 with 32 bytes of data:\r\nRequest timed out.\r\n\r\nPing statistics for 192.0.2.1:\r\n    Packets: Sent = 1, Received = 0, Lost = 1 (100% loss),\r\n',
      failed('silent', null),
    ],
    ['Windows in German, silent', 'Pakete: Gesendet = 1, Empfangen = 0, Verloren = 1\r\n    (100% Verlust),\r\n', failed('silent', null)],
    [
      'Windows, unreachable, though it counts as received',
      'Reply from 192.0.2.9: Destination host unreachable.\r\n\r\n    Packets: Sent = 1, Received = 1, Lost = 0 (0% loss),\r\n',
      failed('unreachable', 'Reply from 192.0.2.9: Destination host unreachable.'),
    ],
    ['nothing', '', failed('unreadable', null)],
    ['something else', '\nhello\nworld', failed('unreadable', 'hello')],
  ])('%s', (_, output, expected) => expect(parsePing(output)).toEqual(expected));

  it.each([
    ["ping: invalid option -- 'n'\nUsage: ping [options]", true],
    ['ping: unrecognized option: n\nBusyBox v1.35 multi-call binary.', true],
    [`${header}${lost}`, false],
  ])('knows when its arguments were not understood: %j', (output, expected) => expect(isPingUsage(output)).toBe(expected));
});
