import type { PlanRule } from '../problem';

/** Only the Region that writes can answer a canary, so without another check nobody could judge a standby. */
export const anHttpCheckJudgesEveryRegion: PlanRule = ({ checks }) =>
  checks.some(({ kind }) => kind === 'http')
    ? []
    : [
        {
          path: ['checks'],
          wrong: 'no check can judge a standby Region: only the Region that writes answers canaries',
          allowed: 'at least one check of kind http',
          fix: 'add a check with "kind: http" and the url of a health page',
        },
      ];
