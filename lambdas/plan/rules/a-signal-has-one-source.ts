import type { Plan } from '../plan';
import type { PlanRule } from '../problem';

/** A signal is an alarm somewhere or a health check, so that it is known whose events are meant. */
export const aSignalHasOneSource: PlanRule = ({ signals }) =>
  signals.flatMap((signal, at) =>
    hasOneSource(signal)
      ? []
      : [
          {
            path: ['signals', at],
            wrong: 'it must be known which alarm is meant',
            allowed: 'either `alarm` together with `in`, or `healthCheck`',
            fix: 'write { alarm: NAME, in: REGION, lost: REGION } or { healthCheck: ID, lost: REGION }',
          },
        ],
  );

const hasOneSource = ({ alarm, in: region, healthCheck }: Plan['signals'][number]): boolean =>
  healthCheck === undefined ? alarm !== undefined && region !== undefined : alarm === undefined && region === undefined;
