/**
 * The environment and the files of this machine, for the settings.
 */
import { readEnvironment } from '../net/environment.js';
import { readFileBounded } from '../net/files.js';
import type { SettingsDoors } from '../settings/load-settings.js';

/** The environment as it stands now, and files as they are read. */
export function nodeSettingsDoors(): SettingsDoors {
  return { environment: readEnvironment(), readFile: readFileBounded };
}
