import { ExecutionFault } from './faults';

/** The 25,000th event ends the execution. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const HISTORY_EVENTS_MAX = 25_000;

/** Counts the events that an execution's history would hold. */
export interface History {
  /** Adds events and answers the number of the last; throws `ExecutionFault` where there is no room for them. */
  add(events: number): number;
}

/** A history that holds `ExecutionStarted`. */
export const createHistory = (): History => {
  let count = 1;
  return {
    add: (events) => {
      count += events;
      if (count < HISTORY_EVENTS_MAX) return count;
      throw new ExecutionFault(
        `The execution reached the maximum number of history events (${HISTORY_EVENTS_MAX}).`,
        [],
      );
    },
  };
};
