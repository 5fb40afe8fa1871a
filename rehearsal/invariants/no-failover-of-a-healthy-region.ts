import { leadsIn, wordsOn } from './leads';
import { clockTime, type Invariant } from './recording';

/** I7: nobody takes the lead from a Region that the electorate sees healthy, by the votes that really lay in the table. */
export const noFailoverOfAHealthyRegion: Invariant = {
  id: 'I7',
  check: (recording) =>
    leadsIn(recording).flatMap(({ atMs, run: { name, from } }) => {
      const electorate = wordsOn(recording, from, atMs).filter(({ observer }) => observer !== from);
      const saying = (word: string) => electorate.filter(({ says }) => says === word).map(({ observer }) => observer);
      const [down, healthy] = [saying('down'), saying('healthy')];
      if (down.length > healthy.length) return [];
      return [
        `${name} took the lead at ${clockTime(atMs)} from ${from}, which ${down.join(', ') || 'nobody'} saw down and ${healthy.join(', ') || 'nobody'} healthy`,
      ];
    }),
};
