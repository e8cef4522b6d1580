/**
 * Why a delivery failed, as queues and logs write it: the reply, who gave it, and at which command.
 *
 * Each product puts words of its own around a reply. What is no reply (`Connection timed out`) stays a text; nothing is
 * made up for it here.
 */
import type { Stage } from '../model/vocabulary.js';
import { cutCommandStage, findCommandStage } from './command-stage.js';
import { cutBetween } from './cut-between.js';
import { isOwnReason, type OwnSide, otherSide, ownMachine, placePeer } from './own-side.js';

export interface FailureReason extends OwnSide {
  /** What is left when the wrapping is off: the reply where there is one. */
  readonly text: string;
  readonly host: string | null;
  readonly stage: Stage | null;
}

/** Postfix: `host mx.example.com[192.0.2.1] said: 450 … (in reply to RCPT TO command)`, `… refused to talk to me: 421 …`. */
const postfixFront = /^(?:host |connect to )?([\w.:-]+)\[([^\]]*)\](?::(\d+))? (?:said|refused to talk to me): /;
/** Postfix: `SASL authentication failed; server relay.example[192.0.2.5] said: 535 …` */
const postfixLogin = /^SASL authentication failed; server ([\w.-]+)\[[^\]]*\] said: /;

/** Exim: `SMTP error from remote mail server after RCPT TO:<bob@example.com>: 450 …`, after `H=host [ip]: ` or `host … [ip]: `. */
const eximFront =
  /^(?:.*?(?:H=|host )([\w.-]+) \[[^\]]*\][^:]*: )?(?:.*?)SMTP error from remote mail(?:er| server) after ([^:<]+?)(?::<[^>]*>)?(?: SIZE=\d+)?(?: [A-Z]+=\S+)*: (?:host ([\w.-]+) \[[^\]]*\]: )?/;
/** No host with its address and no command is longer; the pattern takes the third power of what it looks at. */
const longestFront = 2000;
/** Exim: `mx.example.com [192.0.2.1]: Connection refused`, `host mx [ip]: 450 …`. */
const eximHost = /^(?:host )?([\w.-]+\.[\w-]+) \[[^\]]*\](?::\d+)?:? (?=\S)/;
/** Sendmail: `Deferred: 450 …`, `host map: …`; Exchange: `[{LED=450 …};{MSG=…}]`, `LED=…`. */
const statusFront = /^(?:Deferred: |Service unavailable: |reply: read error from [\w.-]+\.?: ?)(?=\S)/i;
/** Sendmail: `Connection refused by mx.example.com.`, `Connection timed out with mx.example.com.`, `… from …`, `… by [127.0.0.1]` */
const sendmailNetwork = /^((?:Connection|Network|No route|Host|Name server)[^:]*?) (?:by|with|from|to) ([\w.-]+?|\[[^\]]+\])\.?$/;

/** Postfix, of a destination that failed so often that it is left alone for a while. */
const suspended = /^delivery temporarily suspended: /;
/** Postfix, where nobody said anything: `connect to mx[ip]:25: Connection refused`, `lost connection with mx[ip] while …`, `… by host mx[ip]`. */
const postfixNetwork =
  /^(connect to|lost connection with|conversation with|TLS is required, but was not offered by host) ([\w.:-]+)\[([^\]]*)\](?::(\d+))?(?:: )?/;

/** The reason within its wrapping. */
export function parseFailureReason(wrapped: string): FailureReason {
  const text = wrapped.trim().replace(suspended, '');
  const told = parsePostfix(text) ?? parseExim(text) ?? parseOther(text);
  return isOwnReason(text) ? { ...told, ...ownMachine } : told;
}

function parsePostfix(text: string): FailureReason | null {
  const front = postfixFront.exec(text);
  if (front === null) return parsePostfixLogin(text) ?? parsePostfixNetwork(text);
  const [, name = '', address = '', port = null] = front;
  const reply = cutCommandStage(text.slice(front[0].length));
  const greeting = front[0].includes('refused to talk');
  return {
    text: reply.text,
    host: name,
    stage: greeting ? 'greeting' : reply.stage,
    ...placePeer({ name, address, port }),
  };
}

/** Nobody logs in to an exchange: it is a relay. */
function parsePostfixLogin(text: string): FailureReason | null {
  const [front = '', relay] = postfixLogin.exec(text) ?? [];
  return relay === undefined ? null : { text: text.slice(front.length), host: relay, stage: 'auth', isOwnSide: true, relay };
}

function parsePostfixNetwork(text: string): FailureReason | null {
  const [front = '', words, host, address = '', port = null] = postfixNetwork.exec(text) ?? [];
  if (words === undefined || host === undefined) return null;
  const side = placePeer({ name: host, address, port });
  return { text: words === 'connect to' ? text.slice(front.length) : text, host, stage: null, ...side };
}

function parseExim(text: string): FailureReason | null {
  const error = text.includes('SMTP error from remote') ? eximFront.exec(text.slice(0, longestFront)) : null;
  if (error !== null) {
    return { text: text.slice(error[0].length), host: error[1] ?? error[3] ?? null, stage: findCommandStage(error[2] ?? ''), ...otherSide };
  }
  const front = eximHost.exec(text);
  return front === null ? null : { text: text.slice(front[0].length), host: front[1] ?? null, stage: null, ...otherSide };
}

function parseOther(text: string): FailureReason {
  const inner = cutBetween(text, ['{LED=', '}'])?.text;
  const body = (inner ?? text).replace(statusFront, '');
  const [, words, peer] = sendmailNetwork.exec(body) ?? [];
  if (words === undefined || peer === undefined) return { text: body, host: null, stage: null, ...otherSide };
  const name = peer.replace(/^\[(.*)\]$/, '$1');
  return { text: words, host: name, stage: null, ...placePeer({ name, address: name, port: null }) };
}
