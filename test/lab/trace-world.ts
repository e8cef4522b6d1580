/**
 * Runs one named world: starts its lab, traces its target, judges the case.
 */
import { judgeCase } from '../../src/judge/judge-case.js';
import type { Journal } from '../../src/lab/journal.js';
import { startLab } from '../../src/lab/lab.js';
import type { NamedWorld } from '../../src/lab/worlds/index.js';
import type { CaseFile } from '../../src/model/case-file.js';
import type { Report } from '../../src/model/report.js';
import { defaultTraceOptions } from '../../src/model/trace-options.js';
import { createMemoryControlLog } from '../../src/net/control-log.js';
import { toAscii } from '../../src/parse/idna.js';
import { parseTarget } from '../../src/parse/mailbox.js';
import { traceDelivery } from '../../src/survey/delivery/trace-delivery.js';

export interface TracedWorld {
  readonly file: CaseFile;
  readonly report: Report;
  readonly journal: Journal;
}

/** The report of a world, and what its servers heard. The lab is closed by then. */
export async function traceWorld({ world, target, options: given }: NamedWorld): Promise<TracedWorld> {
  const lab = await startLab(world);
  try {
    const options = { ...defaultTraceOptions, ...given };
    const file = await traceDelivery({
      target: parseTarget(target, { toAscii, postmaster: options.postmaster }),
      options,
      doors: lab.doors,
      controlLog: createMemoryControlLog(),
    });
    await hearFarewells(lab.journal);
    return { file, report: judgeCase(file), journal: lab.journal };
  } finally {
    await lab.stop();
  }
}

/** The last QUITs may still be on their way when the trace has its verdict: they are waited for, a second at most. */
async function hearFarewells(journal: Journal): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (journal.sessionsWithoutQuit().length === 0) return;
  }
}
