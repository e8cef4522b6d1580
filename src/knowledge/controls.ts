/**
 * The domains whose exchanges serve as built-in controls where port 25 is silent everywhere.
 *
 * Three large providers of three operators, whose exchanges answer from nearly everywhere; looked up then,
 * greeted and left with QUIT, at most once an hour for a source address.
 */
import { assertDomainName, type DomainName } from '../model/domain-name.js';

export const controlDomains: readonly DomainName[] = ['gmail.com', 'outlook.com', 'yahoo.com'].map(assertDomainName);

/** The built-in controls are asked no more often than this from one address. */
export const controlPauseMs = 3_600_000;
