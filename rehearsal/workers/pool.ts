import { fork, type ChildProcess } from 'node:child_process';
import { bundleWorker, type WorkerBundle } from './bundle-worker';
import type { Answer } from './serve';

/** Processes that answer jobs, one at a time each: a rehearsal owns the timers of its process. */
export interface Pool<Job, Result> {
  /** Rejects with what the worker threw, with `WorkerLost` if it ended by itself, or with `TooSlow`. */
  ask(job: Job): Promise<Result>;
  /** Ends the processes; jobs that still wait for one are never begun. */
  close(): void;
}

/** A worker process ended in the middle of a job. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

/** A job took longer than the pool allows; its process was ended. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

interface Options {
  readonly size: number;
  /** Real time that a job may take. */
  readonly secondsMax: number;
  /** Whether the worker is bundled before it is started: worth two seconds where it has much to do. */
  readonly isBundled?: boolean;
}

/** Starts up to `size` processes of a TypeScript file that calls `serve`, each when there is first work for it. */
export const createPool = <Job, Result>(
  file: string,
  { size, secondsMax, isBundled = false }: Options,
): Pool<Job, Result> => {
  let bundle: WorkerBundle | undefined;
  const startOne = (): ChildProcess => start(isBundled ? (bundle ??= bundleWorker(file)).file : file);
  const idle: ChildProcess[] = [];
  const busy = new Set<ChildProcess>();
  const waiting: ((worker: ChildProcess) => void)[] = [];

  const take = (): Promise<ChildProcess> => {
    const worker = idle.pop() ?? (busy.size < size ? startOne() : undefined);
    if (!worker) return new Promise((resolve) => waiting.push(resolve));
    busy.add(worker);
    return Promise.resolve(worker);
  };
  const giveBack = (worker: ChildProcess): void => {
    busy.delete(worker);
    const next = waiting.shift();
    const usable = worker.connected ? worker : undefined;
    if (next) {
      const one = usable ?? startOne();
      busy.add(one);
      next(one);
    } else if (usable) idle.push(usable);
  };
  return {
    ask: async (job) => {
      const worker = await take();
      try {
        return (await answerOf(worker, job, secondsMax)) as Result;
      } finally {
        giveBack(worker);
      }
    },
    close: () => {
      waiting.length = 0;
      [...idle, ...busy].forEach((worker) => worker.disconnect());
      bundle?.remove();
    },
  };
};

/** The parent's own flags may be those of another loader, so they are not inherited. */
const start = (file: string): ChildProcess =>
  fork(file, { execArgv: file.endsWith('.ts') ? [...V8, '--import', require.resolve('tsx')] : V8 });

/** What makes a rehearsal a third faster; `node --v8-options` explains each. */
const V8 = [
  // Nearly all that a rehearsal makes is short-lived; what is left is copied less often when there is room for more.
  '--max-semi-space-size=64',
  // There is a worker on every core already.
  '--single-threaded-gc',
  // Much code and little time: a function is compiled when it is first called, and is worth watching after that.
  '--always-sparkplug',
  '--no-lazy-feedback-allocation',
];

const answerOf = (worker: ChildProcess, job: unknown, secondsMax: number): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const give = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', answered).off('exit', ended);
      settle();
    };
    const answered = (message: unknown) => {
      const answer = message as Answer;
      give(() => ('result' in answer ? resolve(answer.result) : reject(new Error(answer.fault))));
    };
    const ended = (code: number | null, signal: string | null) =>
      give(() => reject(new WorkerLost(`a worker process ended in the middle of a job (${signal ?? `exit ${code}`})`)));
    const timer = setTimeout(() => {
      worker.disconnect();
      worker.kill('SIGKILL');
      give(() => reject(new TooSlow(`it did not end within ${secondsMax} s`)));
    }, secondsMax * 1000);
    worker.on('message', answered).on('exit', ended);
    worker.send(job as object);
  });
