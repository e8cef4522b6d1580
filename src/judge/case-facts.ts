/**
 * The facts that a verdict rests on, besides the findings: read once, in one record.
 */
import type { HostResult } from '../facts/host-results.js';
import { hostResults } from '../facts/host-results.js';
import { type MailRoute, mailRoute } from '../facts/mail-route.js';
import { mxOpinions } from '../facts/mx-opinions.js';
import { publicSources } from '../facts/public-sources.js';
import { routeTable } from '../facts/route-table.js';
import { type ProfiledCourse, type SenderCourse, senderCourse, senderCourses } from '../facts/sender-course.js';
import type { FactView } from '../model/fact.js';
import type { IpAddress } from '../model/ip-address.js';
import type { MxOpinion, RouteExchange } from '../model/report.js';

export interface CaseFacts {
  readonly route: MailRoute;
  readonly hosts: readonly HostResult[];
  readonly course: SenderCourse;
  readonly courses: readonly ProfiledCourse[];
  readonly table: readonly RouteExchange[];
  readonly opinions: readonly MxOpinion[];
  readonly publicSources: readonly IpAddress[];
}

/** The facts of a trace. */
export function readCaseFacts(view: FactView): CaseFacts {
  return {
    route: view.read(mailRoute),
    hosts: view.read(hostResults),
    course: view.read(senderCourse),
    courses: view.read(senderCourses),
    table: view.read(routeTable),
    opinions: view.read(mxOpinions),
    publicSources: view.read(publicSources).map(({ address }) => address),
  };
}
