/**
 * What this machine is: names, resolvers, addresses, from its own files and interfaces; nothing is sent.
 */
import { getServers } from 'node:dns';
import { hostname, networkInterfaces, platform } from 'node:os';
import { compareIpAddresses, type IpAddress, parseIpAddress } from '../model/ip-address.js';
import type { Endpoint, HostFacts } from './doors.js';
import { readFileBounded } from './files.js';
import { findFullHostName } from './full-host-name.js';
import { parseResolvConf } from './resolv-conf.js';

const fileLimitBytes = 262_144;
const dnsPort = 53;

/** The facts as they stand now. Always resolves; a file that is not there says nothing. */
export async function readNodeHost(): Promise<HostFacts> {
  const [resolvText, hostNameFile, hostsFile] = await Promise.all(['/etc/resolv.conf', '/etc/hostname', '/etc/hosts'].map(readText));
  const conf = parseResolvConf(resolvText ?? '');
  const hostName = hostname();
  const servers = getServers().flatMap((server) => parseServer(server) ?? []);
  return {
    hostName,
    fullName: findFullHostName({ hostName, hostNameFile: hostNameFile ?? '', hostsFile: hostsFile ?? '' }),
    platform: platform(),
    resolvers: servers.length > 0 ? servers : conf.nameServers.map((address) => ({ address, port: dnsPort })),
    resolverOptions: { timeoutSeconds: conf.timeoutSeconds, attempts: conf.attempts },
    addresses: interfaceAddresses(),
  };
}

async function readText(path: string): Promise<string> {
  const file = await readFileBounded(path, fileLimitBytes);
  return file.state === 'read' ? new TextDecoder().decode(file.bytes) : '';
}

/** A server as `dns.getServers()` writes it: `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53`, `[2001:db8::53]:5353`; null with a zone index. */
export function parseServer(text: string): Endpoint | null {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = parseIpAddress(bracketed ?? plain ?? text);
  return address === null ? null : { address, port: port === undefined ? dnsPort : Number(port) };
}

function interfaceAddresses(): IpAddress[] {
  const found = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .flatMap(({ address }) => parseIpAddress(address) ?? []);
  return [...new Set(found)].sort(compareIpAddresses);
}
