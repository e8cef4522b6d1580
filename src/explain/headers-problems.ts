/**
 * What is wrong with a message, worded: what, who must act, what to do; on its way, with its proofs, with its filters.
 *
 * The header does not say whether its reader sent or received the message, so nobody is addressed as "you".
 */
import type { HeadersProblem } from '../model/headers-report.js';
import { listArcProblems } from './headers-arc-problems.js';
import { listFormProblems } from './headers-form-problems.js';
import { listLiveMethods, listLiveProblems } from './headers-live-problems.js';
import { listRecordProblems } from './headers-record-problems.js';
import { type Examined, listSignatureProblems } from './headers-signature-problems.js';
import { listWayProblems } from './headers-way-problems.js';

const order: readonly HeadersProblem['severity'][] = ['error', 'warning', 'notice'];

/** The problems, the gravest first. */
export function listProblems(examined: Examined): readonly HeadersProblem[] {
  const problems = [
    ...listWayProblems(examined),
    ...listLiveProblems(examined),
    ...listRecordProblems(examined, listLiveMethods(examined)),
    ...listSignatureProblems(examined),
    ...listArcProblems(examined),
    ...listFormProblems(examined),
  ];
  return problems.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
