/**
 * Runs the files in the order of their names, and last the one that counts what the others have left behind.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const last = 'nothing-delivered.test.ts';

export class LastFileSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification) => (file.moduleId.endsWith(last) ? 1 : 0);
    return files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}
