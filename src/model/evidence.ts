/**
 * Evidence: one observation, plain JSON, without judgement.
 *
 * The ids follow question and subject, not the order of completion, so that two runs over the same
 * world differ in their times only. `docs/report.md` describes each kind field by field.
 */
import type { DnsAttempt, DnsFailure, DnsQuestion, DnsResponse } from './dns.js';
import type { DomainName } from './domain-name.js';
import type { IpAddress } from './ip-address.js';
import type { Exchange, TranscriptEvent } from './reply.js';
import type { Stage } from './vocabulary.js';

export type Origin = 'live' | 'bounce' | 'queue' | 'log' | 'capture' | 'text';

/** Why something was not done. */
export type SkipReason = 'deadline' | 'interrupted' | 'option' | 'not-needed' | 'no-family' | 'private' | 'polite';

export interface Skipped {
  readonly state: 'skipped';
  readonly reason: SkipReason;
}

interface Frame<Kind extends string> {
  readonly id: string;
  readonly kind: Kind;
  readonly origin: Origin;
  /** Milliseconds from the start of the trace, on its clock. */
  readonly startedMs: number;
  readonly durationMs: number;
}

export interface DnsEvidence extends Frame<'dns'> {
  readonly question: DnsQuestion;
  readonly attempts: readonly DnsAttempt[];
  readonly outcome:
    | { readonly state: 'answered'; readonly response: DnsResponse }
    | { readonly state: 'failed'; readonly failure: DnsFailure; readonly detail: string | null }
    | Skipped;
}

/** `no-command`: no ping on this machine; `prohibited`, `unreachable`: what ICMP said; `not-permitted`: ping may not run here. */
export type PingFailure = 'silent' | 'unreachable' | 'prohibited' | 'no-command' | 'not-permitted' | 'unreadable';

/** Id `ping/192.0.2.25`. */
export interface PingEvidence extends Frame<'ping'> {
  readonly address: IpAddress;
  readonly outcome:
    | { readonly state: 'answered'; readonly roundTripMs: number }
    | { readonly state: 'failed'; readonly failure: PingFailure; readonly detail: string | null }
    | Skipped;
}

/**
 * How a TCP connect fails. `silent`: nothing came within the time; `no-source`: this machine has no address
 * of the family or no route to the network; `prohibited`: ICMP administratively prohibited (EACCES, EPERM).
 */
export type ConnectFailure =
  | 'refused'
  | 'reset'
  | 'host-unreachable'
  | 'network-unreachable'
  | 'prohibited'
  | 'silent'
  | 'no-source'
  | 'other';

/** `walk`: in the sender's order; `look`: beside it, without a recipient; `life`: a second port of a silent host; `control`: a host unrelated to the target. */
export type ConnectPurpose = 'walk' | 'look' | 'life' | 'control';

/** Id `connect/192.0.2.25/25`. */
export interface ConnectEvidence extends Frame<'connect'> {
  readonly address: IpAddress;
  readonly port: number;
  readonly exchange: DomainName | null;
  readonly purpose: ConnectPurpose;
  readonly outcome:
    | { readonly state: 'connected'; readonly source: IpAddress }
    /** `waitedMs` of `limitMs`: a wait that was cut short says so. */
    | {
        readonly state: 'failed';
        readonly failure: ConnectFailure;
        readonly detail: string | null;
        readonly waitedMs: number;
        readonly limitMs: number;
      }
    | Skipped;
}

/** `deliver`: up to RCPT for the recipient; `look`: greeting, EHLO, STARTTLS, QUIT; `plain`: without TLS behind a failed one; `old-tls`: old protocols allowed; `control`. */
export type SmtpPurpose = 'deliver' | 'look' | 'plain' | 'old-tls' | 'control';

/** How a conversation broke off. `not-smtp`: the first octets are no reply; `flood`: beyond the bounds on lines or octets. */
export type SmtpFailure = 'timeout' | 'closed' | 'reset' | 'not-smtp' | 'flood' | 'tls' | 'cut-short';

export interface SmtpIdentity {
  readonly helo: string;
  /** `''` is the null reverse-path; null: none was to be had, so the conversation stops before MAIL. */
  readonly sender: string | null;
  /** Null: nobody to ask for. */
  readonly recipient: string | null;
}

/** Id `smtp/192.0.2.25`, with `/plain`, `/old-tls`, `/look`, `/control` behind for the other purposes. */
export interface SmtpEvidence extends Frame<'smtp'> {
  readonly exchange: DomainName | null;
  readonly address: IpAddress;
  readonly port: number;
  readonly purpose: SmtpPurpose;
  readonly identity: SmtpIdentity;
  /** Commands and replies in order, the greeting first. */
  readonly exchanges: readonly Exchange[];
  /** EHLO keywords with their parameters as the last EHLO reply has them (`SIZE 1000`); null where only HELO was understood or none got through. */
  readonly extensions: readonly string[] | null;
  /** The same of the EHLO before STARTTLS. */
  readonly extensionsBeforeTls: readonly string[] | null;
  /** Every line in both directions. */
  readonly transcript: readonly TranscriptEvent[];
  /** The id of the TLS evidence of this conversation, null where STARTTLS was not used. */
  readonly tls: string | null;
  /** Octets received where none were due: text behind the 220 to STARTTLS (discarded), replies to commands never sent. */
  readonly anomalies: readonly SmtpAnomaly[];
  readonly outcome:
    | { readonly state: 'completed' }
    /** `waitedMs` of `limitMs` for a timeout and a wait cut short; 0 for the others. */
    | {
        readonly state: 'failed';
        readonly stage: Stage;
        readonly failure: SmtpFailure;
        readonly detail: string | null;
        readonly waitedMs: number;
        readonly limitMs: number;
      }
    | Skipped;
}

export type SmtpAnomaly =
  | 'text-after-starttls'
  | 'unsolicited-reply'
  | 'bare-lf'
  | 'bare-cr'
  | 'line-too-long'
  | 'control-characters'
  | 'early-close';

export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** dNSName entries, lower case, as they stand; the common name where there are none. */
  readonly names: readonly string[];
  /** ISO 8601, UTC. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly sha256: string;
  readonly keyType: string;
  readonly keyBits: number | null;
}

/** Who refused a handshake: the server's alert, our own library, or the connection broke. */
export type TlsFailureSide = 'server' | 'here' | 'connection';

/** Id `tls/192.0.2.25`, `tls/192.0.2.25/old-tls`, `tls/192.0.2.25/look`. */
export interface TlsEvidence extends Frame<'tls'> {
  readonly exchange: DomainName | null;
  readonly address: IpAddress;
  readonly port: number;
  readonly purpose: SmtpPurpose;
  readonly outcome:
    | {
        readonly state: 'established';
        readonly protocol: string;
        readonly cipher: string;
        /** Leaf first, as the server sent them. */
        readonly chain: readonly CertificateFacts[];
        /** Null: chains to a trusted root; else OpenSSL's word for the fault (`CERT_HAS_EXPIRED`), names not considered. */
        readonly chainFault: string | null;
        /** Whether a name of the leaf matches the exchange (RFC 6125); null where there is no exchange name. */
        readonly nameMatches: boolean | null;
      }
    | {
        readonly state: 'failed';
        readonly side: TlsFailureSide;
        readonly detail: string;
        readonly waitedMs: number;
        readonly limitMs: number;
      }
    | Skipped;
}

/** What this machine is: id `system/host`. */
export interface SystemEvidence extends Frame<'system'> {
  readonly hostName: string;
  /** The machine's full name where it has one of at least two labels. */
  readonly fullName: DomainName | null;
  readonly resolvers: readonly IpAddress[];
  readonly sources: readonly IpAddress[];
  readonly platform: string;
}

/** The address that leaves for a family: id `source/4`, `source/6`; found by a connected UDP socket that sends nothing. */
export interface SourceEvidence extends Frame<'source'> {
  readonly family: 4 | 6;
  readonly outcome:
    | { readonly state: 'found'; readonly address: IpAddress }
    | { readonly state: 'none'; readonly detail: string }
    | Skipped;
}

/** That the trace ended early: id `end`. */
export interface EndEvidence extends Frame<'end'> {
  readonly reason: 'deadline' | 'interrupted';
  readonly limitMs: number | null;
}

/** A reply that somebody else reports (a line of text, a bounce, a log): id `reply/1`. */
export interface ReplyEvidence extends Frame<'reply'>, ReportedWords {
  readonly stage: Stage | null;
  readonly host: string | null;
  readonly exchange: Exchange;
}

/** Where a report is more than what a server of the other side replied; each left out where it is not so. */
export interface ReportedWords {
  /** Nobody replied: the text is the reporter's own, and the code before it only that of its class. */
  readonly isStandIn?: boolean;
  /** It is about the reporter's own side: its machine, its programs, or the relay that it hands its mail to. */
  readonly isOwnSide?: boolean;
}

export type Evidence =
  | DnsEvidence
  | PingEvidence
  | ConnectEvidence
  | SmtpEvidence
  | TlsEvidence
  | SystemEvidence
  | SourceEvidence
  | EndEvidence
  | ReplyEvidence;
export type EvidenceKind = Evidence['kind'];
