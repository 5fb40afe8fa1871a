import type { PlanRule } from '../problem';

/**
 * Three looks every 10 s (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html),
 * assumed 20 s until every name server knows, and 10 s until an observer asks one.
 */
const TURN_SECONDS = 60;

/** A witness that still says *up* when the others have made up their minds would contradict every loss. */
export const theWitnessTurnsInTime: PlanRule = ({ witness, automation }) =>
  witness === undefined || automation.sustainedSeconds >= TURN_SECONDS
    ? []
    : [
        {
          path: ['automation', 'sustained'],
          wrong: `${automation.sustainedSeconds} s is over before the witness has turned`,
          allowed: `at least ${TURN_SECONDS} s where there is a witness`,
          fix: `write sustained: ${TURN_SECONDS}s or more, or leave the witness out`,
        },
      ];
