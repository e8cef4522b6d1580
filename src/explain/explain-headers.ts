/**
 * The header of a message → its way, its proofs and its filters' opinions, and who must act where something is wrong.
 *
 *   const report = explainHeaders(await readFile('message.eml', 'utf8'));
 *   if (report !== null) console.log(report.summary, report.longestWait);
 *
 * `explainHeaders` tells what is recorded and asks nobody. `examineMessage` verifies the signatures besides, with their
 * keys from the DNS unless it is told to ask nobody, and evaluates SPF and DMARC by the records of today where asked for.
 */
import { checkMessage } from '../facts/signatures/check-message.js';
import type { MessageOctets } from '../intake/headers/message-octets.js';
import { type HeadersReading, readHeaders } from '../intake/headers/read-headers.js';
import type { HeadersReport } from '../model/headers-report.js';
import type { SignatureReport } from '../model/signature-check.js';
import type { TraceOptions } from '../model/trace-options.js';
import { packageVersion } from '../model/version.generated.js';
import type { Doors } from '../net/doors.js';
import { nodeSignatureTools } from '../net/signature-tools.js';
import { splitMessage } from '../parse/mail/raw-message.js';
import { beginDnsSurvey, type DnsSurvey } from '../survey/dns-survey.js';
import { checkLive, type EnvelopeOptions } from './check-live.js';
import { listProblems } from './headers-problems.js';
import type { Examined } from './headers-signature-problems.js';
import { summarise } from './headers-words.js';

export { readMessageOctets } from '../intake/headers/message-octets.js';

/** The report; null where no header field stands in the text. `cut`: the text is not the whole header. */
export function explainHeaders(text: string, cut = false): HeadersReport | null {
  const reading = readHeaders(text, cut);
  return reading === null ? null : composeReport({ ...reading, ...nothingFound }, null);
}

const nothingFound = { verification: null, live: null, evidence: [] };

export interface Examination {
  readonly doors: Doors;
  readonly options: Pick<TraceOptions, 'resolvers' | 'deadlineMs'>;
  /** Asks nobody: of a signature only the body's hash is checked then. */
  readonly offline: boolean;
  /** What is told of the envelope: evaluates SPF and DMARC by the records of today; null: does not. */
  readonly live: EnvelopeOptions | null;
  readonly signal?: AbortSignal;
}

/** The same with the signatures verified, and where asked for SPF and DMARC evaluated. */
export async function examineMessage(message: MessageOctets, examination: Examination): Promise<HeadersReport | null> {
  const reading = readHeaders(readFront(message.octets), message.isHeaderCut);
  if (reading === null) return null;
  const isSigned = reading.signatures.length + reading.arc.length > 0;
  const at = new Date(examination.doors.clock.wallNow()).toISOString();
  if (!isSigned && examination.live === null) return composeReport({ ...reading, ...nothingFound }, at);
  const survey = await beginDnsSurvey(examination);
  const verified = isSigned
    ? await verify(reading, message, { survey, offline: examination.offline, at })
    : { ...reading, verification: null };
  const live = examination.live === null ? null : await checkLive(verified, { survey, envelope: examination.live, at });
  return composeReport({ ...verified, live, evidence: survey.end() }, at);
}

/** The header is in the first of it; a body that follows is not read as text. */
const frontOctets = 1 << 20;

function readFront(octets: Uint8Array): string {
  return new TextDecoder().decode(octets.subarray(0, frontOctets));
}

type Verified = HeadersReading & Pick<HeadersReport, 'verification'>;

interface Circumstances {
  readonly survey: DnsSurvey;
  readonly offline: boolean;
  readonly at: string;
}

async function verify(reading: HeadersReading, message: MessageOctets, { survey, offline, at }: Circumstances): Promise<Verified> {
  const receivedAt = reading.hops.findLast(({ clock }) => clock === 'plausible')?.at ?? null;
  const found = await survey.drive(
    checkMessage({
      message: splitMessage(message.octets),
      isCut: message.isBodyCut,
      tools: nodeSignatureTools,
      atMs: Date.parse(receivedAt ?? at),
      servers: offline ? [] : survey.servers,
    }),
  );
  return addFound(reading, found, { at, receivedAt });
}

/** Each check beside what the header records of its signature. */
function addFound(
  reading: HeadersReading,
  found: SignatureReport,
  when: { readonly at: string; readonly receivedAt: string | null },
): Verified {
  const { sets, ...arc } = found.arc;
  return {
    ...reading,
    signatures: reading.signatures.map((signature, index) => ({ ...signature, check: found.dkim[index] ?? null })),
    arc: reading.arc.map((set) => {
      const checked = sets.find(({ instance }) => instance === set.instance);
      return { ...set, messageCheck: checked?.message ?? null, sealCheck: checked?.seal ?? null };
    }),
    verification: { mode: found.mode, body: found.body, ...when, arc },
  };
}

function composeReport(examined: Examined, startedAt: string | null): HeadersReport {
  const problems = listProblems(examined);
  const summary = summarise(examined, problems);
  return { schema: 'mailwhy/1', version: packageVersion, kind: 'headers', startedAt, summary, problems, ...examined };
}
