import { describe, expect, it } from 'vitest';
import { parseResolvConf } from './resolv-conf.js';

const nothing = { nameServers: [], timeoutSeconds: null, attempts: null };

describe('parseResolvConf', () => {
  it.each([
    ['an empty file says nothing', '', nothing],
    ['servers in order', 'nameserver 192.0.2.1\nnameserver 2001:DB8::1\n', { ...nothing, nameServers: ['192.0.2.1', '2001:db8::1'] }],
    ['comments do not count', '# nameserver 192.0.2.1\n ; options timeout:1', nothing],
    ['an address with a zone index cannot be used', 'nameserver fe80::1%eth0', nothing],
    ['options', 'options ndots:2 timeout:3 attempts:4 rotate', { ...nothing, timeoutSeconds: 3, attempts: 4 }],
    ['the last word wins', 'options timeout:3\r\noptions timeout:7', { ...nothing, timeoutSeconds: 7 }],
    ['values are capped as the C library does', 'options timeout:90 attempts:9', { ...nothing, timeoutSeconds: 30, attempts: 5 }],
    ['no number is no option', 'options timeout:x attempts:', nothing],
    ['other lines say nothing', 'domain a.example\nsearch b.example c.example\nsortlist 192.0.2.0', nothing],
  ])('%s', (_, text, expected) => expect(parseResolvConf(text)).toEqual(expected));
});
