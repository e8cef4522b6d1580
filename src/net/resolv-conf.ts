/**
 * `resolv.conf`, as resolv.conf(5) describes it: the options that say how long a resolver is waited for.
 *
 * Unknown lines are passed over, as the C library does; the last word wins. Name servers are read as well, for
 * machines where the runtime does not tell them.
 */
import { type IpAddress, parseIpAddress } from '../model/ip-address.js';

export interface ResolvConf {
  /** In order; a zone index (`%eth0`) makes an entry unusable here, and it is left out. */
  readonly nameServers: readonly IpAddress[];
  /** Null where nothing is said. */
  readonly timeoutSeconds: number | null;
  readonly attempts: number | null;
}

/** resolv.conf(5): values above 30 and 5 are silently capped. */
const timeoutSecondsLimit = 30;
const attemptsLimit = 5;

/** What the text of a resolv.conf says. */
export function parseResolvConf(text: string): ResolvConf {
  const lines = text
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*[#;].*/, '')
        .trim()
        .split(/\s+/),
    )
    .filter(([keyword]) => keyword !== '');
  const argumentsOf = (keyword: string) => lines.filter((words) => words[0] === keyword).map((words) => words.slice(1));
  const options = argumentsOf('options').flat();
  return {
    nameServers: argumentsOf('nameserver').flatMap(([address = '']) => parseIpAddress(address) ?? []),
    timeoutSeconds: readNumberOption(options, 'timeout', timeoutSecondsLimit),
    attempts: readNumberOption(options, 'attempts', attemptsLimit),
  };
}

function readNumberOption(options: readonly string[], name: string, limit: number): number | null {
  const values = options.flatMap((option) => {
    const [, value] = new RegExp(`^${name}:(\\d{1,6})$`).exec(option) ?? [];
    return value === undefined ? [] : [Number(value)];
  });
  const last = values.at(-1);
  return last === undefined ? null : Math.min(last, limit);
}
