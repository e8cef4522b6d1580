/**
 * What stands around a refusal and may change who must act: the case, the other hosts, the resolvers, the postmaster.
 */
import type { CaseFile } from '../model/case-file.js';
import type { Fact, FactView } from '../model/fact.js';
import { type HostResult, hostResults } from './host-results.js';
import { ownExchange } from './own-exchange.js';
import { type PostmasterReply, postmasterReplies } from './postmaster-replies.js';
import { resolverComparisons } from './resolver-comparison.js';

export interface RefusalSurroundings {
  readonly file: CaseFile;
  readonly hosts: readonly HostResult[];
  readonly postmaster: readonly PostmasterReply[];
  /** The exchange that is this very machine. */
  readonly ownExchange: HostResult | null;
  /** Whether an old or private copy of the zone leads the mail elsewhere than the authority does. */
  readonly misled: boolean;
}

export const refusalSurroundings: Fact<RefusalSurroundings> = {
  name: 'refusal-surroundings',
  derive: (view) => (view.file.kind === 'explanation' ? alone(view.file) : lookAround(view)),
};

/** A reply that somebody reports stands alone: nobody was asked. */
function alone(file: CaseFile): RefusalSurroundings {
  return { file, hosts: [], postmaster: [], ownExchange: null, misled: false };
}

function lookAround(view: FactView): RefusalSurroundings {
  return {
    file: view.file,
    hosts: view.read(hostResults),
    postmaster: view.read(postmasterReplies),
    ownExchange: view.read(ownExchange),
    misled: view.read(resolverComparisons).some(({ reroutes, standing }) => reroutes && standing !== 'filtered'),
  };
}
