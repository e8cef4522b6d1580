/**
 * The header of a message → its way, its proofs and its filters' opinions, and who must act where something is wrong.
 *
 *   const report = explainHeaders(await readFile('message.eml', 'utf8'));
 *   if (report !== null) console.log(report.summary, report.longestWait);
 *
 * `explainHeaders` tells what is recorded and asks nobody. `examineMessage` verifies the signatures besides, with their
 * keys from the DNS unless it is told to ask nobody.
 */
import { checkMessage } from '../facts/signatures/check-message.js';
import type { MessageOctets } from '../intake/headers/message-octets.js';
import { type HeadersReading, readHeaders } from '../intake/headers/read-headers.js';
import type { DnsEvidence } from '../model/evidence.js';
import type { HeadersReport } from '../model/headers-report.js';
import type { SignatureReport } from '../model/signature-check.js';
import type { TraceOptions } from '../model/trace-options.js';
import { packageVersion } from '../model/version.generated.js';
import type { Doors } from '../net/doors.js';
import { nodeSignatureTools } from '../net/signature-tools.js';
import { splitMessage } from '../parse/mail/raw-message.js';
import { beginDnsSurvey } from '../survey/dns-survey.js';
import { listProblems } from './headers-problems.js';
import { summarise } from './headers-words.js';

export { readMessageOctets } from '../intake/headers/message-octets.js';

/** The report; null where no header field stands in the text. `cut`: the text is not the whole header. */
export function explainHeaders(text: string, cut = false): HeadersReport | null {
  const reading = readHeaders(text, cut);
  return reading === null ? null : composeReport({ ...reading, verification: null, evidence: [] });
}

export interface Examination {
  readonly doors: Doors;
  readonly options: Pick<TraceOptions, 'resolvers' | 'deadlineMs'>;
  /** Asks nobody: of a signature only the body's hash is checked then. */
  readonly offline: boolean;
  readonly signal?: AbortSignal;
}

/** The same with the signatures verified. */
export async function examineMessage(message: MessageOctets, examination: Examination): Promise<HeadersReport | null> {
  const reading = readHeaders(readFront(message.octets), message.isHeaderCut);
  if (reading === null) return null;
  if (reading.signatures.length + reading.arc.length === 0) return composeReport({ ...reading, verification: null, evidence: [] });
  const at = new Date(examination.doors.clock.wallNow()).toISOString();
  const receivedAt = reading.hops.findLast(({ clock }) => clock === 'plausible')?.at ?? null;
  const survey = await beginDnsSurvey(examination);
  const found = await survey.drive(
    checkMessage({
      message: splitMessage(message.octets),
      isCut: message.isBodyCut,
      tools: nodeSignatureTools,
      atMs: Date.parse(receivedAt ?? at),
      servers: examination.offline ? [] : survey.servers,
    }),
  );
  return composeReport(addFound(reading, found, { at, receivedAt, evidence: survey.end() }));
}

/** The header is in the first of it; a body that follows is not read as text. */
const frontOctets = 1 << 20;

function readFront(octets: Uint8Array): string {
  return new TextDecoder().decode(octets.subarray(0, frontOctets));
}

type Examined = HeadersReading & Pick<HeadersReport, 'verification' | 'evidence'>;

interface Circumstances {
  readonly at: string;
  readonly receivedAt: string | null;
  readonly evidence: readonly DnsEvidence[];
}

/** Each check beside what the header records of its signature. */
function addFound(reading: HeadersReading, found: SignatureReport, { at, receivedAt, evidence }: Circumstances): Examined {
  const { sets, ...arc } = found.arc;
  return {
    ...reading,
    signatures: reading.signatures.map((signature, index) => ({ ...signature, check: found.dkim[index] ?? null })),
    arc: reading.arc.map((set) => {
      const checked = sets.find(({ instance }) => instance === set.instance);
      return { ...set, messageCheck: checked?.message ?? null, sealCheck: checked?.seal ?? null };
    }),
    verification: { mode: found.mode, body: found.body, at, receivedAt, arc },
    evidence,
  };
}

function composeReport(examined: Examined): HeadersReport {
  const problems = listProblems(examined);
  return { schema: 'mailwhy/1', version: packageVersion, kind: 'headers', summary: summarise(examined, problems), problems, ...examined };
}
