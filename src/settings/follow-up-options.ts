/**
 * The options of a trace that follows something up: how it is made, not what it does. It asks for one recipient on the way
 * that the mail takes, and sends nothing.
 */
import { type OptionGroup, type OptionName, optionTable } from './option-table.js';

const groups: readonly OptionGroup[] = ['dns', 'identity', 'route', 'probe', 'time'];
const tooMuch: readonly OptionName[] = ['all', 'postmaster', 'no-probe', 'trace', 'offline', 'live'];

export const followUpOptions: readonly OptionName[] = optionTable
  .filter(({ name, group }) => groups.includes(group) && !tooMuch.includes(name))
  .map(({ name }) => name);
