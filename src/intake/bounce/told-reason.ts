/**
 * The reason that a report announces: what stands behind "The response was:", "because:", "Reason:" and their kin.
 *
 * Prose around it speaks of problems in general; what is announced is what the other side or the delivery said.
 */

const announcement =
  /^[ \t*-]*(?:the (?:full )?(?:response|error|reply|reason|problem)[^:\n]{0,60}(?:was|is|returned|appears to be)|error (?:message|details?)|(?:failure |reject(?:ion)? |bounce |delay )?reasons?|because(?: of)?|remote (?:server|host)(?: \([^)\n]*\))? (?:said|replied|returned|responded)|(?:server|smtp) (?:response|error|reply)|additional information follows|the following (?:error|reason)[^:\n]{0,40}|退信原因|理由|原因|エラー内容|причина|grund|motivo|raison)[ \t]*[:：]?[ \t]*(\S[^\n]*)?$/im;

/** The words behind the first announcement, to the second empty line; null where nothing is announced. */
export function findToldReason(report: string): string | null {
  const match = announcement.exec(report);
  if (match === null) return null;
  const behind = report.slice(match.index + match[0].length);
  const inLine = match[1] ?? '';
  const [first = '', second = ''] = behind.split(/\n[ \t]*\n/).filter((paragraph) => paragraph.trim() !== '');
  const text = inLine === '' ? [first, second].join('\n') : `${inLine}\n${behind.startsWith('\n ') ? first : ''}`;
  return text.trim() === '' ? null : text.trim();
}
