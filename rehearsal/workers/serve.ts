/** What a worker process sends back: the result of the job, or the stack of what it threw. */
export type Answer = { readonly result: unknown } | { readonly fault: string };

/** Makes this process a worker: it answers each job that a pool sends, and ends with the pool. */
export const serve = <Job>(work: (job: Job) => Promise<unknown>): void => {
  process.on('message', (job: Job) => void answer(work, job));
  process.on('disconnect', () => process.exit());
};

const answer = async <Job>(work: (job: Job) => Promise<unknown>, job: Job): Promise<void> => {
  let told: Answer;
  try {
    told = { result: await work(job) };
  } catch (fault) {
    told = { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }
  // A pool that was closed in the meantime hears no answer any more.
  process.send?.(told, undefined, undefined, () => undefined);
};
