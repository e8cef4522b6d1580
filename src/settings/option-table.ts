/**
 * Every option in one table: the command line, the environment, the configuration file and the help read it.
 *
 * The long name is the key of the configuration file, and in capitals behind `MAILWHY_` the variable of
 * the environment. What an option comes to is decided in `check-options`.
 */

/** `flag` has no value; `texts` may be given several times; `number` is a JSON number in a configuration file. */
export type OptionType = 'flag' | 'text' | 'texts' | 'number';

export const optionGroups = ['dns', 'identity', 'route', 'probe', 'time', 'message', 'output', 'setup'] as const;
export type OptionGroup = (typeof optionGroups)[number];

export interface OptionEntry {
  readonly name: string;
  readonly short?: string;
  readonly type: OptionType;
  /** What the help calls the value. */
  readonly value?: string;
  readonly group: OptionGroup;
  readonly help: string;
  /** True where neither environment nor file may set it. */
  readonly commandLineOnly?: true;
}

export const optionTable = [
  { name: 'resolver', type: 'texts', value: 'ADDR[:PORT]', group: 'dns', help: "ask this resolver; repeatable (the system's)" },
  { name: 'no-walk', type: 'flag', group: 'dns', help: 'ask resolvers only, not the authoritative servers' },
  { name: 'root-hints', type: 'text', value: 'FILE', group: 'dns', help: "where the walk starts, in BIND's format (IANA's)" },
  {
    name: 'trust-anchor',
    type: 'text',
    value: 'FILE',
    group: 'dns',
    help: "in BIND's format; read, and not used before DNSSEC is validated here",
  },

  { name: 'from', type: 'text', value: 'ADDRESS', group: 'identity', help: 'the sender in MAIL FROM (postmaster@ this machine)' },
  { name: 'null-sender', type: 'flag', group: 'identity', help: 'MAIL FROM:<>, as a bounce has it' },
  { name: 'helo', type: 'text', value: 'NAME', group: 'identity', help: "the name in EHLO (this machine's full name)" },
  { name: 'source', type: 'text', value: 'ADDR', group: 'identity', help: 'the address to connect from' },

  { name: 'ipv4', short: '4', type: 'flag', group: 'route', help: 'IPv4 only' },
  { name: 'ipv6', short: '6', type: 'flag', group: 'route', help: 'IPv6 only' },
  { name: 'exchange', type: 'text', value: 'HOST', group: 'route', help: 'ask this server, whatever DNS says' },
  { name: 'port', type: 'number', value: 'N', group: 'route', help: 'the port of the exchanges (25)' },
  { name: 'all', type: 'flag', group: 'route', help: 'ask every address of every exchange for the recipient' },

  { name: 'size', type: 'number', value: 'BYTES', group: 'probe', help: 'announce a message of this size' },
  { name: 'postmaster', type: 'flag', group: 'probe', help: 'ask for the postmaster too; for a bare domain, instead' },
  { name: 'control', type: 'texts', value: 'HOST', group: 'probe', help: 'tell by this host whether port 25 is blocked here; repeatable' },
  { name: 'no-control', type: 'flag', group: 'probe', help: 'connect to no host but those of the route' },
  { name: 'no-ping', type: 'flag', group: 'probe', help: 'do not ping' },
  { name: 'no-probe', type: 'flag', group: 'probe', help: 'DNS only: connect to no mail server' },
  {
    name: 'trace',
    type: 'flag',
    group: 'probe',
    help: 'then trace one recipient for each cause and domain, 20 at most: still true, gone, or different now',
    commandLineOnly: true,
  },

  { name: 'connect-timeout', type: 'number', value: 'SECONDS', group: 'time', help: 'wait for a connection (15)' },
  { name: 'timeout', type: 'number', value: 'SECONDS', group: 'time', help: 'wait for a reply (60)' },
  { name: 'deadline', type: 'number', value: 'SECONDS', group: 'time', help: 'end everything (120)' },
  { name: 'patient', type: 'flag', group: 'time', help: 'wait as long as RFC 5321 grants; deadline 1800 s' },
  { name: 'concurrency', type: 'number', value: 'N', group: 'time', help: 'hosts looked at side by side (5)' },

  {
    name: 'send',
    type: 'text',
    value: 'FILE',
    group: 'message',
    help: 'go on through DATA: really delivers this message, once',
    commandLineOnly: true,
  },

  { name: 'offline', type: 'flag', group: 'dns', help: 'ask nobody: of signatures only the body is compared' },
  { name: 'live', type: 'flag', group: 'dns', help: 'evaluate SPF and DMARC as they stand in the DNS today' },

  { name: 'json', type: 'flag', group: 'output', help: 'one JSON document, as --format json' },
  { name: 'format', type: 'text', value: 'text|json|html', group: 'output', help: 'what the report looks like (text)' },
  { name: 'verbose', short: 'v', type: 'flag', group: 'output', help: 'transcripts and every DNS answer as well' },
  { name: 'quiet', short: 'q', type: 'flag', group: 'output', help: 'one line' },
  { name: 'list', type: 'flag', group: 'output', help: 'the names of what there is', commandLineOnly: true },
  { name: 'jsonl', type: 'flag', group: 'output', help: 'one line of JSON for each message', commandLineOnly: true },
  { name: 'summary', type: 'flag', group: 'output', help: 'counts by cause over all messages', commandLineOnly: true },
  {
    name: 'as',
    type: 'text',
    value: 'KIND',
    group: 'output',
    help: 'what the input is (found by itself)',
    commandLineOnly: true,
  },
  { name: 'message', type: 'text', value: 'ID', group: 'output', help: 'the story of this queue id or Message-ID', commandLineOnly: true },
  { name: 'to', type: 'text', value: 'ADDRESS', group: 'output', help: 'the story of what went to this recipient', commandLineOnly: true },
  { name: 'follow', type: 'flag', group: 'output', help: 'wait for more, tell each failure as it comes', commandLineOnly: true },
  { name: 'color', type: 'text', value: 'auto|always|never', group: 'output', help: 'colours (auto)' },

  {
    name: 'config',
    type: 'text',
    value: 'FILE',
    group: 'setup',
    help: 'configuration ($XDG_CONFIG_HOME/mailwhy/config.json, /etc/mailwhy/config.json)',
  },
] as const satisfies readonly OptionEntry[];

export type OptionName = (typeof optionTable)[number]['name'];

/** The entry of the name, null where there is no such option. */
export function findOption(name: string): (OptionEntry & { readonly name: OptionName }) | null {
  return optionTable.find((entry) => entry.name === name) ?? null;
}

/** `MAILWHY_CONNECT_TIMEOUT` */
export function environmentVariable(name: OptionName): string {
  return `MAILWHY_${name.toUpperCase().replaceAll('-', '_')}`;
}

/** Of each pair only one can hold: a layer that sets one of them hides the other one in the layers beneath. */
export const exclusivePairs: readonly (readonly [OptionName, OptionName])[] = [
  ['from', 'null-sender'],
  ['ipv4', 'ipv6'],
  ['control', 'no-control'],
  ['json', 'format'],
  ['offline', 'live'],
  ['verbose', 'quiet'],
];
