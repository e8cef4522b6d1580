/**
 * Somebody ended the trace before it was complete.
 */
import { hereSubject } from '../../facts/case-subjects.js';
import { senderCourse } from '../../facts/sender-course.js';
import { earlyEnd } from '../../facts/traced-file.js';
import { clear, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'local/interrupted',
  needs: { end: earlyEnd, course: senderCourse },
  says: {
    'local.interrupted': {
      description: 'The trace was ended by hand before it was complete.',
      variants: {
        undecided: {
          title: 'The trace was interrupted before anything was decided.',
          explanation: 'What was found until then stands below; the rest was skipped.',
          severity: 'error',
          responsible: 'local',
          remedy: ['Run it again and let it finish.'],
          waitingHelps: 'unknown',
        },
        decided: {
          title: 'The trace was interrupted; the verdict stood by then.',
          explanation: 'Some things beside the verdict were skipped.',
          severity: 'notice',
          responsible: 'local',
          remedy: [],
          waitingHelps: 'unknown',
        },
      },
      references: [],
      explains: [],
    },
  },
  evaluate({ end, course }) {
    if (end?.reason !== 'interrupted') return clear;
    const says = course.end === 'undecided' ? 'undecided' : 'decided';
    return {
      result: 'found',
      findings: [
        { code: 'local.interrupted', says, subject: hereSubject('trace'), confidence: 'certain', arguments: {}, evidence: [end.id] },
      ],
    };
  },
});
