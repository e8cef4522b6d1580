/**
 * Sender or HELO name were not given, so the trace made them up: a refusal of them is not the recipient's fault.
 */
import { hereSubject } from '../../facts/case-subjects.js';
import { senderCourse } from '../../facts/sender-course.js';
import { spokenReplies } from '../../facts/spoken-replies.js';
import { tracedFile } from '../../facts/traced-file.js';
import { defineRule, type RuleFinding } from '../../model/rule.js';
import type { Code } from '../../model/vocabulary.js';

/** Refusals of what the trace may have made up. */
const aboutIdentity: readonly Code[] = [
  'hello.rejected',
  'sender.malformed',
  'sender.domain-not-found',
  'sender.null-mx',
  'sender.null-refused',
  'sender.rejected',
  'sender.spf-failed',
];

export default defineRule({
  id: 'local/identity-assumed',
  needs: { file: tracedFile, course: senderCourse, replies: spokenReplies },
  says: {
    'local.identity-assumed': {
      description: 'The HELO name or the sender address were not given; the trace found its own.',
      variants: {
        'no-sender': {
          title: 'The trace stopped before MAIL FROM: no sender address was given, and this machine has no full name to make one from.',
          explanation:
            'Everything up to EHLO and TLS at {exchange} was in order. Asking for a recipient with the null sender would look like a callout, for which some servers list the asker, so that is done only when told.',
          severity: 'error',
          responsible: 'local',
          remedy: [
            'Give the address that your users send from: --from you@your-domain.example',
            'Or set "from" in the configuration file, so that every trace has it.',
            'Only where you want the null sender: --null-sender',
          ],
          waitingHelps: 'no',
        },
        refused: {
          title: 'The server refuses the {what} that this trace made up, so this says nothing about your mail server.',
          explanation:
            'No {what} was given, so the trace presented itself as {helo}, sender {sender}. {exchange} refused that; your own mail server, with its own name and sender, may well pass.',
          severity: 'error',
          responsible: 'local',
          remedy: [
            'Run the trace as your mail server does: --helo its-full-name --from you@your-domain.example',
            'Or run it on the mail server itself.',
          ],
          waitingHelps: 'no',
        },
        assumed: {
          title: 'The trace made up its {what}: {helo}, sender {sender}.',
          explanation: 'Your mail server may be treated differently. Give --helo and --from to ask as it does.',
          severity: 'notice',
          responsible: 'local',
          remedy: [],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 5321 section 4.1.1.1'],
      explains: aboutIdentity.map((code) => ({ code, scope: 'all' as const })),
    },
  },
  evaluate({ file, course, replies }) {
    const { identity } = file;
    if (identity === null) return { result: 'not-applicable', reason: 'no server was spoken to' };
    if (identity.assumed.length === 0) return { result: 'clear' };
    const refusal = replies.find(
      ({ meaning, assumedIdentity }) => meaning.code !== null && aboutIdentity.includes(meaning.code) && assumedIdentity.length > 0,
    );
    const stopped = course.why === 'stopped-before-mail';
    if (course.visited.length === 0) return { result: 'not-applicable', reason: 'no server was spoken to' };
    const what = identity.assumed.map((part) => (part === 'helo' ? 'HELO name' : 'sender address'));
    const finding: RuleFinding = {
      code: 'local.identity-assumed',
      says: stopped ? 'no-sender' : refusal !== undefined ? 'refused' : 'assumed',
      subject: hereSubject('identity'),
      confidence: 'certain',
      arguments: {
        what,
        helo: identity.helo,
        sender: identity.sender === null ? 'none' : `<${identity.sender}>`,
        exchange: refusal?.exchange ?? course.at?.exchange.exchange ?? null,
      },
      evidence: refusal === undefined ? (course.at?.evidence ?? ['system/host']) : [refusal.evidence],
    };
    return { result: 'found', findings: [finding] };
  },
});
