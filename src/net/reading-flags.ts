/**
 * How a path is opened of which nobody knows yet whether it is an ordinary file.
 */
import { constants } from 'node:fs';

/**
 * For reading, without waiting: a pipe is opened although nobody writes to it. For ordinary files it makes no difference;
 * Windows has neither the pipes nor the flag.
 */
export const readingAtOnce = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
