/**
 * The SMTP reply that a piece of prose quotes: where it begins, who said it, to which command.
 *
 * A number is taken for a reply code only where a reply may begin: at the start of a line, behind `said:`, `smtp;`,
 * `<<<` and the like, or before an enhanced code. Nothing is made up: without a code the words stay words.
 */
import type { Stage } from '../../model/vocabulary.js';

export interface QuotedReply {
  /** From the code to the end of the piece; the whole piece where it has no code. */
  readonly text: string;
  readonly replyCode: number | null;
  /** The enhanced code, wherever in the piece it stands. */
  readonly status: string | null;
  /** Who said it; null where nothing was said: then a host that is named may not even exist. */
  readonly host: string | null;
  readonly stage: Stage | null;
}

const refusalBeforeStatus = /(?<![\d.])([45]\d\d)(?=[ -]?\s*[(#]*[245]\.\d{1,3}\.\d{1,3}(?!\.?\d))/;
/** "250 2.0.0 Ok": only where nothing was refused. */
const successBeforeStatus = /(?<![\d.])(2\d\d)(?=[ -]?\s*2\.\d{1,3}\.\d{1,3}(?!\.?\d))/;
const codeAtFront =
  /(?:^|\n|<<<|>>>|["'(])[ \t]*(?:\*{3} )?([45]\d\d)(?=[ \n\-#,:;.)<'"]|$)|(?:said|saying|code|answer(?:ed)?|(?:failed|rejected|refused|returned|responded|replied|replies) with(?: (?:error|code|status))*|response|responded(?: with)?(?: failure)?|reason|replied|replied with|reply|error|errors?_?code|responsecode|returned(?: was)?|status|smtp|failed|command|server message|RCPT TO[^:;\n]{0,60}|\]|\)|DATA)\s*[:;=]?[\s:"'(]*([45]\d\d)(?=[ \n\-#,:;.)\]'"]|$)|[:;] ?([45]\d\d)(?=[ -][^\s\d:])/i;

/** `5.1.1` by itself, `(#5.1.1)`, `#5.1.1`: no part of a version or an IP address. */
const refusalStatus = /(?<![\d.])#?([45]\.[0-9]\.\d{1,3})(?![.\d]*\d)/;
const successStatus = /(?<![\d.])(2\.[0-9]\.\d{1,3})(?![.\d]*\d)/;

/** "554 <bob@example.com>... 550 Host unknown", "Message expired: … <421 4.4.2 Connection timed out>": the reply within is the other side's. */
const innerReply =
  /^[ \t]*[45]\d\d (?:[45]\.\d\.\d{1,3} )?[^\n]{0,200}?\.\.\. (?=[45]\d\d )|unable to deliver in \d+ minutes\.?\s*<(?=[45]\d\d )/i;

/** Where a quoted reply ends: an empty line, a rule, the next block of the report or attempt of Exchange, qmail's and Postfix's own words. */
const replyEnd =
  /\n[ \t]*\n|\n[ \t]*\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d|\n[ \t]*[-=*_]{4}|\n[ \t]*(?:Giving up on|Reporting-MTA:|I'm not going to try again)|\n?\s*\((?:in\s{1,40}reply to|state \d)/i;

/** A reply that stands deeper in a piece of prose is not the one that it is about. */
const searchedLength = 16_000;

/** The first reply in the piece. */
export function findReply(prose: string): QuotedReply {
  const whole = prose.slice(0, searchedLength);
  const inner = innerReply.exec(whole);
  const piece = inner === null ? whole : whole.slice(inner.index + inner[0].length);
  const at = locateCode(piece);
  const text = (at === null ? piece : cutReply(piece.slice(at.index), piece[at.index - 1])).trim();
  const status = findStatus(text, piece, at?.code ?? null);
  return {
    text,
    replyCode: at?.code ?? null,
    status,
    // Searched for when asked: the fields of a report often tell both.
    get host() {
      return at === null && status === null ? null : findHost(whole);
    },
    get stage() {
      return findStage(whole);
    },
  };
}

/** Of the reply, else from around it; a success only where the reply is one. */
function findStatus(text: string, piece: string, code: number | null): string | null {
  if (code !== null && code < 400) return successStatus.exec(text)?.[1] ?? null;
  return refusalStatus.exec(text)?.[1] ?? refusalStatus.exec(piece)?.[1] ?? null;
}

/** `before`: what stands before the code; a quotation mark there has its pair at the end of a line. */
function cutReply(text: string, before: string | undefined): string {
  const end = text.search(replyEnd);
  const reply = end < 0 ? text : text.slice(0, end);
  const close = before === "'" || before === '"' ? reply.search(before === "'" ? /'[ \t]*(?:\n|$)/ : /"[ \t]*(?:\n|$)/) : -1;
  return close < 0 ? reply : reply.slice(0, close);
}

interface CodePlace {
  readonly code: number;
  readonly index: number;
}

function locateCode(piece: string): CodePlace | null {
  const withStatus = placeOf(refusalBeforeStatus.exec(piece));
  const atFront = placeOf(codeAtFront.exec(piece));
  if (withStatus !== null && (atFront === null || withStatus.index <= atFront.index)) return withStatus;
  return atFront ?? placeOf(successBeforeStatus.exec(piece));
}

/** The one group of the match that took part, and where it stands. */
function placeOf(match: RegExpExecArray | null): CodePlace | null {
  const code = match?.slice(1).find((group) => group !== undefined);
  return match === null || code === undefined ? null : { code: Number(code), index: match.index + match[0].lastIndexOf(code) };
}

const hostPatterns: readonly RegExp[] = [
  /\bhost: ([a-z0-9_-]+(?:\.[a-z0-9_-]+)+)/i,
  /\bhost\s{1,40}([a-z0-9_-]+(?:\.[a-z0-9_-]+)+)\.?\s*\[[^\]]*\]/i,
  /\b(?:while talking to|talking to|conversation with|server for the recipient domain \S+ by|connected to|host|server) ([a-z0-9_-]+(?:\.[a-z0-9_-]+)+)/i,
  /\bby ([a-z0-9_-]+(?:\.[a-z0-9_-]+)+)\.? \[[\d.:a-f]+\]/i,
  /^[ \t]*Remote system: dns;[ \t]*([a-z0-9_-]+(?:\.[a-z0-9_-]+)+)/im,
  /^([a-z0-9_-]+(?:\.[a-z0-9_-]+)+)\s*\[[\d.:a-f]+\] (?:said|responded|refused|rejected|did not like)/im,
  /^([a-z0-9_-]+(?:\.[a-z0-9_-]+)+) (?:rejected your message|gave this error)/im,
];

function findHost(piece: string): string | null {
  for (const pattern of hostPatterns) {
    const host = pattern.exec(piece)?.[1];
    if (host !== undefined) return host.replace(/\.$/, '').toLowerCase();
  }
  return null;
}

/** qmail: "192.0.2.25 does not like recipient.", "Connected to 192.0.2.25 but sender was rejected.", "Giving up on 192.0.2.25." */
const hostAddressPattern =
  /^[ \t]*(?:Connected to )?(\d{1,3}(?:\.\d{1,3}){3}) (?:does not like|failed|but )|\bGiving up on (\d{1,3}(?:\.\d{1,3}){3})/im;

/** The IP address by which qmail names the host that refused; null where there is none. */
export function findHostAddress(piece: string): string | null {
  const match = hostAddressPattern.exec(piece);
  return match?.[1] ?? match?.[2] ?? null;
}

interface StagePattern {
  /** Of these one stands wherever the pattern does: most texts have none of them. */
  readonly needs: RegExp;
  readonly patterns: readonly (readonly [RegExp, Stage])[];
}

const stagePatterns: readonly StagePattern[] = [
  {
    // qmail-remote(8) and DragonFly have words of their own for each.
    needs: /but |like|failed|final/i,
    patterns: [
      [/but greeting failed|did not like our (?:EHLO|HELO|greeting)/i, 'greeting'],
      [/but sender was rejected|did not like our MAIL/i, 'mail'],
      [/does not like recipient|did not like our RCPT/i, 'rcpt'],
      [/failed on DATA command|did not like our DATA/i, 'data'],
      [/failed after I sent the message|final DATA/i, 'message'],
    ],
  },
  {
    // Between the words a report may wrap its lines.
    needs: /reply\s{1,40}to|response to|reply from|after\s|during\s|when sending/i,
    patterns: [
      [
        /(?:reply\s{1,40}to|after|response to|during|when sending)\s{1,40}(?:the )?(?:end\s{1,40}of\s{1,40}data|end-of-data|end of message)/i,
        'message',
      ],
      [/(?:reply\s{1,40}to|after|response to|reply from)\s{1,40}(?:pipelined )?RCPT/i, 'rcpt'],
      [/(?:reply\s{1,40}to|after|response to|reply from)\s{1,40}(?:pipelined )?MAIL/i, 'mail'],
      [/(?:reply\s{1,40}to|after|response to|reply from)\s{1,40}(?:pipelined )?DATA/i, 'data'],
      [/(?:reply\s{1,40}to|after|response to|reply from)\s{1,40}(?:pipelined )?(?:EHLO|HELO)/i, 'hello'],
      [/(?:reply\s{1,40}to|after|response to)\s{1,40}STARTTLS/i, 'starttls'],
    ],
  },
  { needs: /initial|refused/i, patterns: [[/after initial connection|initial greeting|refused to talk to me/i, 'greeting']] },
  {
    needs: /SMTP|RCPT|\[BODY\]|\[DATA\]/i,
    patterns: [
      [/SMTP command\s*\n\s*RCPT/i, 'rcpt'],
      [/SMTP command\s*\n\s*MAIL/i, 'mail'],
      [/SMTP command\s*\n\s*DATA/i, 'data'],
      [/most progress was RCPT TO response|\[RCPT_TO\]|SMTP:RCPT/i, 'rcpt'],
      [/\[BODY\]|\[DATA\]|SMTP:DATA/i, 'message'],
      [/RCPT TO:?\s*<[^>\n]*>/i, 'rcpt'],
    ],
  },
];

/** The command that was answered; null where it is not told. */
function findStage(piece: string): Stage | null {
  for (const { needs, patterns } of stagePatterns) {
    const stage = needs.test(piece) ? patterns.find(([pattern]) => pattern.test(piece))?.[1] : undefined;
    if (stage !== undefined) return stage;
  }
  return null;
}
