/**
 * A DMARC record → what it says (RFC 9989 section 4.7), with what is wrong in it.
 *
 * Never throws; unknown tags are ignored, and a policy that is none counts as `none`.
 */
import type { AlignmentMode, DmarcDisposition } from '../model/dmarc-check.js';
import { parseTagList } from './tag-list.js';

export interface DmarcRecord {
  readonly text: string;
  readonly p: DmarcDisposition;
  /** Null: as `p`, as `sp`. */
  readonly sp: DmarcDisposition | null;
  readonly np: DmarcDisposition | null;
  readonly spfMode: AlignmentMode;
  readonly dkimMode: AlignmentMode;
  /** `y`: of a public suffix; `n`: the organizational domain; `u`: not said. */
  readonly psd: 'y' | 'n' | 'u';
  readonly isTest: boolean;
  readonly percent: number | null;
  readonly remarks: readonly string[];
}

/** Whether a TXT record is one of DMARC: `v=DMARC1` comes first (RFC 9989 section 4.8). */
export function isDmarcRecord(text: string): boolean {
  return /^v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text);
}

/** What the record says. */
export function parseDmarcRecord(text: string): DmarcRecord {
  const { tags, isProper } = parseTagList(text);
  const read = (tag: string) => readDisposition(tags.get(tag));
  const percent = /^\d{1,3}$/.test(tags.get('pct') ?? '') ? Number(tags.get('pct')) : null;
  return {
    text,
    p: read('p') ?? 'none',
    sp: read('sp'),
    np: read('np'),
    spfMode: tags.get('aspf')?.toLowerCase() === 's' ? 'strict' : 'relaxed',
    dkimMode: tags.get('adkim')?.toLowerCase() === 's' ? 'strict' : 'relaxed',
    psd: readPsd(tags.get('psd')),
    isTest: tags.get('t')?.toLowerCase() === 'y',
    percent: percent === null || percent >= 100 ? null : percent,
    remarks: [
      ...(isProper ? [] : ['a tag stands twice, or a part is no tag']),
      ...(tags.has('p') ? [] : ['p= is missing, which counts as none']),
      ...['p', 'sp', 'np'].filter((tag) => tags.has(tag) && read(tag) === null).map((tag) => `${tag}= is no policy`),
    ],
  };
}

function readDisposition(value: string | undefined): DmarcDisposition | null {
  const word = value?.toLowerCase();
  return word === 'none' || word === 'quarantine' || word === 'reject' ? word : null;
}

function readPsd(value: string | undefined): DmarcRecord['psd'] {
  const word = value?.toLowerCase();
  return word === 'y' || word === 'n' ? word : 'u';
}
