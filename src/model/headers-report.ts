/**
 * What the header fields of one message tell: the report of `mailwhy headers`.
 *
 * The frame is that of every report (`schema`, `version`, `kind`, `complete`); times are ISO 8601, UTC. What the header
 * records stands apart from what was found here: `check` and `verification` are of signatures, with keys of today's DNS.
 */
import type { DnsEvidence } from './evidence.js';
import type { LiveCheck } from './live-check.js';
import type { ArcCheck, SignatureCheck } from './signature-check.js';

/** Whose server it is: told by the registrable parent of its name; `shared`: sender and recipient use the same provider. */
export type HopOwner = 'sender' | 'between' | 'recipient' | 'shared';

/** `off`: no order of the other clocks fits it; `doubtful`: this one or another one is off; `untold`: no time that can be read. */
export type ClockStanding = 'plausible' | 'off' | 'doubtful' | 'untold';

export interface HeaderHop {
  /** From 1, the oldest first. */
  readonly number: number;
  /** The name that the client gave itself, null where none is told. */
  readonly from: string | null;
  /** The client's name by reverse DNS as the server saw it. */
  readonly fromName: string | null;
  readonly fromAddress: string | null;
  /** The server that took the message. */
  readonly by: string | null;
  readonly byAddress: string | null;
  readonly protocol: string | null;
  /** "TLSv1.3", "TLS" where no version is told; null where none is recorded. */
  readonly tls: string | null;
  readonly id: string | null;
  /** The recipient. */
  readonly for: string | null;
  readonly software: string | null;
  readonly owner: HopOwner;
  /** True where the client's address is of a private network or this host's own. */
  readonly isPrivate: boolean;
  readonly at: string | null;
  /** Since the hop before by their two clocks, may be negative; for the first since the message's own date; null where untold. */
  readonly delayMs: number | null;
  /** Since the last hop whose clock is plausible; null where this hop's own is not. */
  readonly waitedMs: number | null;
  readonly clock: ClockStanding;
  /** By how much at least the clock is ahead (positive) or behind (negative); null unless `off`. */
  readonly clockErrorMs: number | null;
  /** The field as it stands, unfolded, cut after 2,000 characters. */
  readonly text: string;
}

export interface LongestWait {
  /** The hop that the wait ended with. */
  readonly hop: number;
  /** The hop that it began with: not the one before where the clocks in between are off; null for the message's own date. */
  readonly sinceHop: number | null;
  readonly waitedMs: number;
  /** The server of that hop, null for the sender's own machine. */
  readonly host: string | null;
  readonly owner: HopOwner;
}

export interface MailLoop {
  readonly kind: 'same-host' | 'delivered-twice' | 'too-many-hops';
  /** A host or an address, null for `too-many-hops`. */
  readonly subject: string | null;
  readonly hops: readonly number[];
  readonly confidence: 'certain' | 'possible';
}

export interface AuthenticationResult {
  /** "spf", "dkim", "dmarc"… lower case. */
  readonly method: string;
  readonly result: string;
  readonly reason: string | null;
  /** "header.d" → "example.com", in order. */
  readonly properties: readonly (readonly [string, string])[];
  readonly comment: string | null;
}

/** `trusted`: added by the receiving side; `other-host`: by somebody else; `forgeable`: names the receiving side, but came with the message. */
export type AuthenticationStanding = 'trusted' | 'other-host' | 'forgeable';

export interface AuthenticationRecord {
  /** Null where the field names none (Microsoft 365). */
  readonly host: string | null;
  readonly standing: AuthenticationStanding;
  readonly results: readonly AuthenticationResult[];
}

export interface ReceivedSpf {
  readonly result: string;
  readonly comment: string | null;
  readonly clientAddress: string | null;
  readonly envelopeFrom: string | null;
  readonly helo: string | null;
}

export interface DkimSignature {
  readonly domain: string | null;
  readonly selector: string | null;
  readonly algorithm: string | null;
  readonly signedAt: string | null;
  readonly expiresAt: string | null;
  /** True where `l=` leaves the end of the body unsigned (RFC 6376 section 8.2). */
  readonly hasBodyLength: boolean;
  /** What a trusted Authentication-Results field says of it; null where none does. */
  readonly recordedResult: string | null;
  /** Its domain and that of From: `same`, `related` (of one registrable name), `none`; null where one of the two is not told. */
  readonly alignment: 'same' | 'related' | 'none' | null;
  /** What was found here; null where nothing was verified. */
  readonly check: SignatureCheck | null;
}

export interface ArcSet {
  readonly instance: number;
  /** The chain as the sealer found it: none, pass, fail; null where no seal stands. */
  readonly chain: string | null;
  readonly domain: string | null;
  readonly selector: string | null;
  readonly results: readonly AuthenticationResult[];
  /** Of ARC-Seal, ARC-Message-Signature and ARC-Authentication-Results those that lack. */
  readonly missing: readonly string[];
  /** Of the ARC-Message-Signature and the ARC-Seal; null where nothing was verified. */
  readonly messageCheck: SignatureCheck | null;
  readonly sealCheck: SignatureCheck | null;
}

/** What was verified here, and against what. */
export interface Verification {
  /** `keys`: the DNS was asked for the keys; `offline`: nobody was asked, and only the body's hash was checked. */
  readonly mode: 'keys' | 'offline';
  /** `cut`: longer than what is read; `missing`: only a header was given. */
  readonly body: 'read' | 'cut' | 'missing';
  /** When it was verified; the keys are those of this time. */
  readonly at: string;
  /** When the message came, as the header has it; null where that is not told: then `at` counts for what expires. */
  readonly receivedAt: string | null;
  readonly arc: Omit<ArcCheck, 'sets'>;
}

/** `infected`: a virus scanner found something; `phishing`: it was taken for an attempt to steal, which is more than spam. */
export type FilterOpinion = 'infected' | 'phishing' | 'spam' | 'suspicious' | 'clean' | 'unknown';

export interface FilterVerdict {
  readonly product: string;
  /** The fields read. */
  readonly fields: readonly string[];
  readonly opinion: FilterOpinion;
  readonly score: number | null;
  /** From which score on it is spam. */
  readonly threshold: number | null;
  /** What the fields say, in sentences. */
  readonly says: readonly string[];
}

export interface HeadersProblem {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly summary: string;
  /** Who must act; null where nobody must. */
  readonly actor: string | null;
  readonly remedy: readonly string[];
}

/** `one-click-unsigned`: no signature covers the fields of RFC 8058. */
export interface FormFault {
  readonly kind: 'repeated' | 'missing' | 'no-one-click' | 'one-click-unsigned';
  readonly field: string;
}

export interface MessageIdentity {
  readonly from: string | null;
  /** The distinct domains of From's addresses, lower case: as a rule one. */
  readonly fromDomains: readonly string[];
  readonly to: string | null;
  readonly subject: string | null;
  readonly date: string | null;
  readonly messageId: string | null;
  /** The envelope's sender; `<>` as it stands. */
  readonly returnPath: string | null;
}

export interface HeadersReport {
  readonly schema: 'mailwhy/1';
  readonly version: string;
  readonly kind: 'headers';
  /** When it was examined, ISO 8601, UTC; null where only the text was read. */
  readonly startedAt: string | null;
  /** False where the header is larger than what is read. */
  readonly complete: boolean;
  /** Where it waited and what failed. */
  readonly summary: string;
  readonly problems: readonly HeadersProblem[];
  readonly message: MessageIdentity;
  readonly hops: readonly HeaderHop[];
  /** From the first plausible clock to the last. */
  readonly totalMs: number | null;
  /** Null where no wait is told. */
  readonly longestWait: LongestWait | null;
  readonly loops: readonly MailLoop[];
  readonly authentication: readonly AuthenticationRecord[];
  readonly receivedSpf: readonly ReceivedSpf[];
  readonly signatures: readonly DkimSignature[];
  readonly arc: readonly ArcSet[];
  readonly filters: readonly FilterVerdict[];
  /** Where the header is not of the form that receivers want. */
  readonly form: readonly FormFault[];
  /** What the message says of being a list's, a bounce or automatic, in sentences. */
  readonly nature: readonly string[];
  /** Lines that belong to no field, the first of them as examples. */
  readonly notUnderstood: { readonly lines: number; readonly examples: readonly string[] };
  /** Null where nothing was verified. */
  readonly verification: Verification | null;
  /** SPF and DMARC by the records of today; null unless asked for. */
  readonly live: LiveCheck | null;
  /** Every question to the DNS and its answer, sorted by id. */
  readonly evidence: readonly DnsEvidence[];
}
