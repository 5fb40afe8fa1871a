import { join } from 'node:path';
import type { RehearsalAnswer, RehearsalJob } from './workers/rehearse-one';
import { createPool, TooSlow, WorkerLost } from './workers/pool';
import type { Scenario } from './scenarios/scenario';

/** What came of one scenario among many, as far as the table tells it; a rehearsal that was stopped has no outcome. */
export interface Row {
  readonly scenario: string;
  readonly journey: string;
  readonly expected: string;
  readonly outcome: string | null;
  readonly rtoSeconds: number | null;
  readonly rpoSeconds: number | null;
  readonly met: boolean;
  readonly problems: readonly string[];
}

interface Many extends Omit<RehearsalJob, 'scenario'> {
  readonly scenarios: readonly Scenario[];
  /** Worker processes. */
  readonly jobs: number;
  /** Hears of every rehearsal that has ended. */
  readonly ended: () => void;
}

/** Many times what the slowest rehearsal takes on a slow machine. */
const REAL_SECONDS_MAX = 120;

/** Rehearses many scenarios side by side in worker processes, and answers in the order of the scenarios. */
export const rehearseAll = async ({ scenarios, jobs, ended, ...request }: Many): Promise<Row[]> => {
  const pool = createPool<RehearsalJob, RehearsalAnswer>(join(__dirname, 'workers/rehearse-one.ts'), {
    size: jobs,
    secondsMax: REAL_SECONDS_MAX,
    isBundled: true,
  });
  const play = async (scenario: Scenario): Promise<Row> => {
    const answer = await pool.ask({ ...request, scenario: scenario.name }).catch(stoppedBy);
    ended();
    return 'result' in answer ? answer.result : stopped(scenario, answer.stoppedBy);
  };
  try {
    return await Promise.all(scenarios.map(play));
  } finally {
    pool.close();
  }
};

const stoppedBy = (fault: unknown): { stoppedBy: string } => {
  if (fault instanceof WorkerLost || fault instanceof TooSlow) return { stoppedBy: fault.message };
  throw fault;
};

const stopped = ({ name, journey, expects }: Scenario, why: string): Row => ({
  scenario: name,
  journey,
  expected: expects.outcome,
  outcome: null,
  rtoSeconds: null,
  rpoSeconds: null,
  met: false,
  problems: [why],
});
