import { errorNames, handlers } from './error-names';
import { DefinitionFault } from '../faults';
import { atLeast, object, oneOf, wholeNumber, type Read } from '../fields';

/** Which errors are tried again, how often, and after how long. */
export interface Retrier {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly attemptsMax: number;
  readonly backoffRate: number;
  readonly delaySecondsMax: number;
  readonly jitter: 'FULL' | 'NONE';
}

/** Reads a Retry; defaults per https://states-language.net/spec.html#retrying-after-error */
export const retry: Read<readonly Retrier[]> = handlers(
  object((fields) => {
    const intervalSeconds = fields.optional('IntervalSeconds', wholeNumber(1)) ?? 1;
    const delaySecondsMax = fields.optional('MaxDelaySeconds', wholeNumber(1)) ?? Infinity;
    if (delaySecondsMax <= intervalSeconds) {
      throw new DefinitionFault(
        `${fields.where}.MaxDelaySeconds`,
        `${delaySecondsMax} is not more than IntervalSeconds, which is ${intervalSeconds}`,
      );
    }
    return {
      errorEquals: fields.required('ErrorEquals', errorNames),
      intervalSeconds,
      attemptsMax: fields.optional('MaxAttempts', wholeNumber(0)) ?? 3,
      backoffRate: fields.optional('BackoffRate', atLeast(1)) ?? 2,
      delaySecondsMax,
      jitter: fields.optional('JitterStrategy', oneOf('FULL', 'NONE')) ?? 'NONE',
    };
  }),
);

/**
 * Seconds before the next attempt, after `retries` earlier ones by this retrier. Jitter is applied after the cap: a draw
 * between 0 and the delay. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export const delaySeconds = (retrier: Retrier, retries: number, random: () => number): number => {
  const grown = retrier.intervalSeconds * retrier.backoffRate ** retries;
  const capped = Math.min(grown, retrier.delaySecondsMax);
  return retrier.jitter === 'FULL' ? capped * random() : capped;
};
