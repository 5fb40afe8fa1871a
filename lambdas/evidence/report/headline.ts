import type { Evidence } from '../compose';
import type { Entries } from './ledger-entries';

/** What came of the run, as one would say it on the phone. */
export const headline = (evidence: Evidence, entries: Entries): string => {
  const down = seenDown(entries);
  const { application, outcome, journey, move, lead, fault } = evidence;
  switch (outcome) {
    case 'moved':
      return move ? `${application} moved from ${move.from} to ${move.to}` : `${application} moved`;
    case 'held':
      if (journey !== 'failover') return `The ${journey} of ${application} found nothing to do`;
      if (down) return `This run did not move ${application}, and ${down} is seen down`;
      return evidence.after ? `${application} stays in ${evidence.after.active}` : `${application} stays where it is`;
    case 'aborted':
      if (fault) return `The ${journey} of ${application} never began`;
      return `The ${journey} of ${application} was given up${lead ? ' and undone' : ''}`;
    case 'needs-a-person':
      return `${application} needs a person now`;
    case 'completed':
      return `The ${journey} of ${application} is complete`;
  }
};

/** The Region that somebody still saw down when the run looked last. */
export const seenDown = ({ assessments }: Entries): string | undefined => {
  const facts = assessments.at(-1)?.facts;
  return facts?.votes.some(({ says }) => says === 'down') ? facts.suspect : undefined;
};
