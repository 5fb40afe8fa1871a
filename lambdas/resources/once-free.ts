import type { Outside } from '../outside';

/**
 * Errors that say that another change of the same thing is under way, or that what was read of it is out of date: the same
 * request may be taken a moment later.
 */
const BUSY = new Set([
  // https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html#API_UpdateEventSourceMapping_Errors
  'ResourceInUseException',
  'ResourceConflictException',
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DisableRule.html#API_DisableRule_Errors
  'ConcurrentModificationException',
  // https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html
  'InvalidAssociationID.NotFound',
]);

/** A function that fences, or takes a fence back, has 25 s, and each of the calls may take 3 s of them. */
const TRIES_MAX = 3;
const PAUSE_MS = 5_000;

/** Makes a change that is safe to repeat, again and again while it is refused because of another change. */
export const onceFree = async <T>(
  change: () => Promise<T>,
  clock: Pick<Outside['clock'], 'sleep'>,
  triesLeft = TRIES_MAX,
): Promise<T> => {
  try {
    return await change();
  } catch (fault) {
    if (!(fault instanceof Error) || !BUSY.has(fault.name) || triesLeft === 1) throw fault;
    await clock.sleep(PAUSE_MS);
    return onceFree(change, clock, triesLeft - 1);
  }
};
