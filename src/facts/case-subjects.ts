/**
 * The subjects of a case: the domain, an exchange within it, this machine.
 */
import type { Fact } from '../model/fact.js';
import type { Subject } from '../model/subject.js';
import { mailDomainName } from '../model/trace-options.js';

/** The domain that the mail is for, `reply` cases and malformed targets by their input. */
export const domainSubject: Fact<Subject> = {
  name: 'domain-subject',
  derive({ file: { target } }) {
    return { kind: 'domain', name: target.kind === 'malformed' ? target.input : mailDomainName(target.domain), within: [] };
  },
};

/** An exchange of the domain; the domain itself where it is its own (an implicit MX). */
export function exchangeSubject(domain: Subject, exchange: string): Subject {
  return { kind: 'exchange', name: exchange, within: exchange === domain.name ? [] : [domain.name] };
}

/** Something about this machine; `name` tells what: "port 25 over IPv4". */
export function hereSubject(name: string): Subject {
  return { kind: 'here', name, within: [] };
}
