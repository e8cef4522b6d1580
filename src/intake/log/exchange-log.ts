/**
 * Exchange's logs and Microsoft 365's message traces: comma-separated, told apart by their columns.
 */
import { createProtocolReader } from './exchange-protocol.js';
import { createExchangeRecords } from './exchange-records.js';
import { isTraceRecord, readTraceRecord } from './exchange-trace.js';
import { readTrackingRecord } from './exchange-tracking.js';
import type { LogEvent } from './log-event.js';

export interface ExchangeReader {
  /** The events of the record that the line completes; none where it completes none. */
  read(line: string): readonly LogEvent[];
  /** Whether the columns have been named. */
  hasColumns(): boolean;
}

const nothing: readonly LogEvent[] = [];

/** Reads the lines of one log; until its columns are named nothing is one. */
export function createExchangeReader(): ExchangeReader {
  const records = createExchangeRecords();
  const protocol = createProtocolReader();
  return {
    hasColumns: records.hasColumns,
    read(line) {
      const record = records.read(line);
      if (record === null) return nothing;
      if (record.has('sessionid') && record.has('data')) return protocol.read(record);
      if (isTraceRecord(record)) return readTraceRecord(record);
      return record.has('eventid') ? readTrackingRecord(record) : nothing;
    },
  };
}
