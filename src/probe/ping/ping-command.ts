/**
 * The command lines that send one echo request, by the platform's dialect.
 */
import { addressFamily, type IpAddress } from '../../model/ip-address.js';

export interface PingCommand {
  readonly command: string;
  readonly args: readonly string[];
}

export interface PingSettings {
  readonly address: IpAddress;
  readonly source: IpAddress | null;
  readonly timeoutMs: number;
}

/** The commands to try, in order; the next one where a command is not there or does not understand. Names are not looked up (`-n`). */
export function pingCommands(platform: string, settings: PingSettings): readonly PingCommand[] {
  if (platform === 'win32') return [windowsPing(settings)];
  return platform === 'linux' || platform === 'android' ? linuxPings(settings) : bsdPings(settings);
}

/** iputils and busybox take whole seconds for `-W`. Older iputils have a ping6 of their own. */
function linuxPings({ address, source, timeoutMs }: PingSettings): PingCommand[] {
  const seconds = String(Math.max(1, Math.ceil(timeoutMs / 1000)));
  const args = ['-c', '1', '-W', seconds, ...(source === null ? [] : ['-I', source]), address];
  const commands = [
    { command: 'ping', args: ['-n', ...args] },
    { command: 'ping', args },
  ];
  return addressFamily(address) === 6 ? [...commands, { command: 'ping6', args: ['-n', ...args] }] : commands;
}

/** No wait is given: `-W` is milliseconds on macOS and seconds on OpenBSD; the process's own limit ends it. */
function bsdPings({ address, source }: PingSettings): PingCommand[] {
  const args = ['-n', '-c', '1', ...(source === null ? [] : ['-S', source]), address];
  return addressFamily(address) === 6
    ? [
        { command: 'ping6', args },
        { command: 'ping', args: ['-6', ...args] },
      ]
    : [{ command: 'ping', args }];
}

function windowsPing({ address, source, timeoutMs }: PingSettings): PingCommand {
  const family = addressFamily(address) === 6 ? '-6' : '-4';
  return { command: 'ping', args: [family, '-n', '1', '-w', String(timeoutMs), ...(source === null ? [] : ['-S', source]), address] };
}
