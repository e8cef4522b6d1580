/**
 * The text is no mailbox, so no sender can even try (RFC 5321 section 4.1.2).
 */
import { domainSubject } from '../../facts/case-subjects.js';
import { tracedFile } from '../../facts/traced-file.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'address/malformed',
  needs: { file: tracedFile, domain: domainSubject },
  says: {
    'address.malformed': {
      description: 'What was given is not an RFC 5321 mailbox, so no mail program can send to it.',
      variants: {
        malformed: {
          title: '{input} is not a mail address: {reason}.',
          explanation: 'Mail programs and servers refuse such an address before anything is sent. Nothing was asked of any server.',
          severity: 'error',
          responsible: 'sender-user',
          remedy: ['Write {suggestion} if that is what was meant.', 'Compare the address with an older mail, or ask its owner.'],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5321 section 4.1.2', 'RFC 6531 section 3.3'],
      explains: [],
    },
  },
  evaluate({ file: { target }, domain }) {
    if (target.kind !== 'malformed') return concludeFindings([]);
    const { reason, at, suggestion } = target.fault;
    return concludeFindings([
      {
        code: 'address.malformed',
        says: 'malformed',
        subject: { ...domain, kind: 'address' },
        confidence: 'certain',
        arguments: { input: target.input, reason, at, suggestion },
        evidence: [],
      },
    ]);
  },
});
