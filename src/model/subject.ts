/**
 * What an observation or a finding is about.
 *
 * `name` is the canonical identifier that ids are made of; `within` lists the names of what contains
 * it, outermost first: an address lies within its exchange, an exchange within the domain.
 */
export const subjectKinds = [
  'address',
  'domain',
  'exchange',
  'host',
  'name-server',
  'resolver',
  'sender',
  'source',
  'here',
  'reply',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export interface Subject {
  readonly kind: SubjectKind;
  readonly name: string;
  readonly within: readonly string[];
}

/** Whether `inner` is `outer` or lies beneath it. */
export function isBeneath(inner: Subject, outer: Subject): boolean {
  return inner.name === outer.name || inner.within.includes(outer.name);
}
