/**
 * One query over UDP and what comes back within the time (RFC 1035 section 4.2.1).
 *
 * Each exchange has a socket of its own, hence a source port that nobody can guess (RFC 5452 section 9.2). What
 * does not answer the query is counted and waited past; what claims to and cannot be read ends the exchange.
 */
import type { DnsFailure } from '../../model/dns.js';
import type { IpAddress } from '../../model/ip-address.js';
import type { ParsedDnsMessage } from '../../parse/dns/parse-dns-message.js';
import type { ProbeContext } from '../context.js';
import { awaitFirst } from './await-first.js';
import { parseResponse, type SentQuery } from './parse-response.js';

export interface FailedExchange {
  readonly kind: 'failed';
  readonly failure: DnsFailure;
  readonly detail: string | null;
}

export type ExchangeResult =
  | { readonly kind: 'response'; readonly message: ParsedDnsMessage }
  | FailedExchange
  | { readonly kind: 'aborted' };

/** How an exchange is made: from where, and how long it may take. */
export interface ExchangeOptions {
  readonly source: IpAddress | null;
  readonly timeoutMs: number;
}

/** Always resolves; `mismatched` where the time ran out and only foreign answers had come. */
export async function exchangeUdp(context: ProbeContext, query: SentQuery, options: ExchangeOptions): Promise<ExchangeResult> {
  let foreignCount = 0;
  const { address, port } = query.question.server;
  const result = await awaitFirst<ExchangeResult>(context, options.timeoutMs, (settle) => {
    const socket = context.doors.openUdp({ address, port }, options.source, {
      onMessage(bytes) {
        const reception = parseResponse(bytes, query, 'udp');
        if (reception.kind === 'foreign') foreignCount += 1;
        else if (reception.kind === 'malformed') settle({ kind: 'failed', failure: 'malformed', detail: reception.detail });
        else settle(reception);
      },
      onError: (failure, detail) => settle({ kind: 'failed', failure, detail }),
    });
    socket.send(query.bytes);
    return () => socket.close();
  });
  if (result === 'aborted') return { kind: 'aborted' };
  if (result !== 'timeout') return result;
  if (foreignCount === 0) return { kind: 'failed', failure: 'timeout', detail: null };
  return { kind: 'failed', failure: 'mismatched', detail: `datagrams with another id or question: ${foreignCount}` };
}
