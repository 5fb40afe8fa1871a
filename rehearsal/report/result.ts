import { expectationOf } from '../scenarios/scenario';
import { outcomeOf } from '../outcome';
import type { Rehearsal } from '../rehearse';

/** What `rehearse --json` prints: one object for scripts; a field never changes its meaning. */
export const toResult = (rehearsal: Rehearsal) => {
  const { request, observed, problems, violations } = rehearsal;
  const { plan, scenario, seed } = request;
  const outcome = outcomeOf(rehearsal.runs);
  const moved = outcome === 'moved';
  return {
    application: plan.application,
    journey: scenario.journey,
    scenario: scenario.name,
    seed,
    faults: (request.faults ?? []).map(({ id }) => id),
    outcome,
    rtoSeconds: moved ? observed.rtoSeconds : null,
    rpoSeconds: moved ? observed.rpoSeconds : null,
    lostWrites: observed.lostWrites.map(({ id, at, region }) => ({
      id,
      acknowledgedAt: new Date(at).toISOString(),
      region,
    })),
    moves: rehearsal.moves.map(({ run, evidence, observed: seen }) => ({
      run: run.execution.name,
      from: evidence.move?.from ?? null,
      to: evidence.move?.to ?? null,
      rtoSeconds: seen.rtoSeconds,
      rpoSeconds: seen.rpoSeconds,
    })),
    objectives: plan.objectives,
    expected: expectationOf(scenario, plan).outcome,
    met: problems.length === 0,
    problems,
    violations,
    runs: rehearsal.runs.map(({ execution, evidence, started }) => ({
      run: execution.name,
      region: execution.region,
      started,
      status: execution.status,
      outcome: evidence?.outcome ?? null,
      verdicts: evidence?.assessments.map(({ says }) => says) ?? [],
      because: evidence?.because ?? execution.cause ?? null,
    })),
    timeline: rehearsal.moments.map(({ t, region, what }) => ({ t, region, what })),
    effects: rehearsal.effects.map(({ t, region, service, operation, target, epoch }) => ({
      t: t / 1000,
      region,
      service,
      operation,
      target,
      epoch: epoch ?? null,
    })),
    traceSha256: rehearsal.traceSha256,
  };
};
