/**
 * What the terminal can show: colours, width, signs beyond ASCII.
 *
 * What was asked goes before the conventions of the environment, and these before what stands at the other end.
 */
type Environment = Readonly<Record<string, string | undefined>>;

export interface OutputEnd {
  readonly isTerminal: boolean;
  /** Null where it has none: a pipe, a file. */
  readonly columns: number | null;
}

/** Whether to write colours: `--color`, `NO_COLOR` (no-color.org), `FORCE_COLOR`, then whether it is a terminal that can. */
export function decideColour(asked: 'auto' | 'always' | 'never', environment: Environment, end: OutputEnd): boolean {
  if (asked !== 'auto') return asked === 'always';
  const { NO_COLOR: none = '', FORCE_COLOR: forced, TERM: kind } = environment;
  if (none !== '') return false;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return end.isTerminal && kind !== 'dumb';
}

/** What a report is laid out for where nothing is known. */
const defaultColumns = 80;
/** Narrower than this, a table of a route cannot be read whatever is done. */
const fewestColumns = 40;
/** Wider than this, the eye does not find the next line. */
const mostColumns = 200;

/** The columns to lay text out for: the terminal's, else `COLUMNS`, else 80. */
export function decideWidth(environment: Environment, end: OutputEnd): number {
  const announced = /^\d{1,5}$/.test(environment.COLUMNS ?? '') ? Number(environment.COLUMNS) : 0;
  const columns = (end.columns ?? 0) || announced || defaultColumns;
  return Math.min(mostColumns, Math.max(fewestColumns, columns));
}

/** Whether signs beyond ASCII can be shown, by the locale (POSIX: LC_ALL, LC_CTYPE, LANG in this order). */
export function canShowUnicode(environment: Environment, platform: string): boolean {
  if (platform === 'win32') return environment.WT_SESSION !== undefined || environment.TERM_PROGRAM !== undefined;
  const locale = [environment.LC_ALL, environment.LC_CTYPE, environment.LANG].find((value) => value !== undefined && value !== '');
  return /utf-?8/i.test(locale ?? '');
}
