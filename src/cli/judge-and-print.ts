/**
 * A case, judged, and its report in the form that was asked for on standard output. Each renderer is loaded only
 * where it is used.
 */
import { judgeCase } from '../judge/judge-case.js';
import type { CaseFile } from '../model/case-file.js';
import type { Report, Verdict } from '../model/report.js';
import { readEnvironment } from '../net/environment.js';
import type { OutputSettings } from '../settings/check-options.js';
import { decideColour, decideWidth } from '../terminal/appearance.js';
import { print, standardOutput } from './output.js';

/** Judges, renders and prints; resolves to the verdict when everything has gone out. */
export async function judgeAndPrint(file: CaseFile, output: OutputSettings): Promise<Verdict> {
  const report = judgeCase(file);
  await print(await renderReport(report, output));
  return report.verdict;
}

/** A report in the form that was asked for. */
export async function renderReport(report: Report, { format, detail, color }: OutputSettings): Promise<string> {
  if (format === 'json') return (await import('../render/render-json.js')).renderJson(report);
  if (format === 'html') return (await import('../render/render-html.js')).renderHtml(report);
  const environment = readEnvironment();
  const end = standardOutput();
  const colour = decideColour(color, environment, end);
  if (detail === 'one-line') return (await import('../render/render-line.js')).renderLine(report, { colour });
  const { renderText } = await import('../render/render-text.js');
  return renderText(report, { width: decideWidth(environment, end), colour, verbose: detail === 'verbose' });
}
