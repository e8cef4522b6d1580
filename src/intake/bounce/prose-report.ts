/**
 * A report without fields: recipients and reasons as its prose names them.
 */
import type { ExplainedKind } from '../../model/explained.js';
import type { BounceRecipient, BounceReport } from './bounce-report.js';
import { readEarlierAttempts } from './delivery-attempts.js';
import { detectSoftware } from './detect-software.js';
import { addressesOf, readHeaderBlock } from './message-header.js';
import { findHostAddress, findReply, type QuotedReply } from './reply-in-text.js';
import { distinct, ownAddresses, type ReportPieces, reporterOf } from './report-pieces.js';
import { cutConversation, findAnswer, type QuotedAnswer, readTranscript } from './session-transcript.js';
import { createPieceFinder, findListedRecipients, findTextRecipients } from './text-recipients.js';
import { translateNotice } from './translated-notice.js';

/** What the prose says; a report that names nobody and returns nothing is none. */
export function readProse(pieces: ReportPieces, kind: ExplainedKind): BounceReport {
  const { message, report, returned } = pieces;
  const software = detectSoftware(message, report);
  const reportedBy = reporterOf(message);
  const recipients = describeRecipients(pieces, kind);
  if (recipients.length > 0) return { kind, reportedBy, software, recipients };
  return { kind: returned === '' && kind !== 'failed' ? 'not-a-report' : kind, reportedBy, software, recipients: [] };
}

const silence: QuotedReply = { text: '', replyCode: null, status: null, host: null, stage: null };

function describeRecipients(pieces: ReportPieces, kind: ExplainedKind): readonly BounceRecipient[] {
  const { report } = pieces;
  const answers = readTranscript(report);
  const named = nameRecipients(pieces);
  // Of several recipients nobody knows whom the rest of the report is about.
  const about = named.length === 1 ? report : '';
  const found = about === '' ? named.map(({ address, piece }) => ({ address, piece: cutConversation(piece ?? '') })) : named;
  const shared = about === '' ? silence : findReply(report);
  return found.map(({ address, piece }): BounceRecipient => {
    const answer = answerFor({ address, piece }, answers, found.length);
    const own = findReply(piece ?? '');
    const quoted = findReply(answer?.reply ?? '');
    return {
      address,
      kind,
      ...firstTold([
        { ...quoted, host: null, stage: null },
        own,
        { ...silence, host: answer?.host ?? null, stage: answer?.stage ?? null },
        shared,
      ]),
      hostAddress: findHostAddress(piece ?? ''),
      words: distinct([
        translateNotice(report) ?? '',
        quoted.text,
        own.replyCode === null ? '' : own.text,
        ...readEarlierAttempts(piece ?? ''),
      ]),
      prose: { piece: piece ?? '', report: about },
    };
  });
}

type Told = Pick<BounceRecipient, 'status' | 'replyCode' | 'host' | 'stage'>;

/** Of each the first that is told. */
function firstTold(replies: readonly Told[]): Told {
  const first = <Key extends keyof Told>(key: Key): Told[Key] | null => {
    for (const reply of replies) {
      const told = reply[key];
      if (told !== null) return told;
    }
    return null;
  };
  return { status: first('status'), replyCode: first('replyCode'), host: first('host'), stage: first('stage') };
}

/** What was answered to this recipient's command; else the last refusal in the words about it. */
function answerFor({ address, piece }: Named, answers: readonly QuotedAnswer[], recipients: number): QuotedAnswer | null {
  return (
    findAnswer(answers, [address], false) ?? findAnswer(readTranscript(piece ?? ''), [], true) ?? findAnswer(answers, [], recipients === 1)
  );
}

interface Named {
  readonly address: string | null;
  readonly piece: string | null;
}

/** The header that names them, the prose, or whom the returned message was for. */
function nameRecipients({ message, report, returned }: ReportPieces): readonly Named[] {
  const listed = (message.headers.get('x-failed-recipients') ?? [])
    .flatMap((value) => value.split(/[,\s]+/))
    .filter((value) => value.includes('@'));
  const unique = [...new Set(listed.map((value) => value.replace(/[<>]/g, '')))];
  if (unique.length > 0) {
    const findPiece = createPieceFinder(report, unique);
    return unique.map((address) => ({ address, piece: findPiece(address) }));
  }
  const strict = findTextRecipients(report, ownAddresses(message, returned));
  if (strict.length > 0) return strict;
  const header = readHeaderBlock(returned.trimStart());
  const to = ['x-original-to', 'delivered-to', 'to'].flatMap((name) => header.get(name) ?? []);
  const address = /[^\s<>"(),;:]+@[^\s<>"(),;:]+/.exec(to.at(-1) ?? '')?.[0];
  const own = findOneself({ message, report }, address ?? null);
  if (own.length > 0) return own;
  return address === undefined ? [] : [{ address, piece: null }];
}

/**
 * Who wrote to himself: the returned message was for him, or nothing came back and the report begins a line with him and gives
 * a reply behind it.
 */
function findOneself({ message, report }: Pick<ReportPieces, 'message' | 'report'>, returnedTo: string | null): readonly Named[] {
  const listed = findListedRecipients(report, new Set(addressesOf(message.headers.get('from') ?? [])));
  return listed.filter(({ address, piece }) =>
    returnedTo === null
      ? piece.startsWith(`<${address}>:`) && findReply(piece).replyCode !== null
      : address.toLowerCase() === returnedTo.toLowerCase(),
  );
}
