/**
 * The time for the whole trace was up before it was complete.
 */
import { hereSubject } from '../../facts/case-subjects.js';
import { senderCourse } from '../../facts/sender-course.js';
import { earlyEnd } from '../../facts/traced-file.js';
import { clear, defineRule } from '../../model/rule.js';

const remedy = ['Run it again with more time: --deadline 600, or --patient to wait as long as mail servers do.'];

export default defineRule({
  id: 'local/deadline-reached',
  needs: { end: earlyEnd, course: senderCourse },
  says: {
    'local.deadline-reached': {
      description: 'The time for the whole trace was up before it was complete.',
      variants: {
        undecided: {
          title: 'The trace was cut off after {limitMs}, before anything was decided.',
          explanation: 'What was found until then stands below; the rest was skipped. Mail servers wait longer than this.',
          severity: 'error',
          responsible: 'local',
          remedy,
          waitingHelps: 'unknown',
        },
        decided: {
          title: 'The trace was cut off after {limitMs}; the verdict stood by then.',
          explanation: 'Some things beside the verdict were skipped.',
          severity: 'notice',
          responsible: 'local',
          remedy,
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 5321 section 4.5.3.2'],
      explains: [],
    },
  },
  evaluate({ end, course }) {
    if (end?.reason !== 'deadline') return clear;
    const says = course.end === 'undecided' ? 'undecided' : 'decided';
    return {
      result: 'found',
      findings: [
        {
          code: 'local.deadline-reached',
          says,
          subject: hereSubject('deadline'),
          confidence: 'certain',
          arguments: { limitMs: end.limitMs },
          evidence: [end.id],
        },
      ],
    };
  },
});
