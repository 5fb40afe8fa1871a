import type { Fault } from './fault';
import { between } from './places';

/** Longer than a run waits for it by itself, or shorter. */
const FOR_SECONDS = [60, 900] as const;

/** As docs/write-gate.md says it is done, while nothing is wrong with the active Region, or just after. */
export const breakTheGlass: Fault = {
  name: 'break-the-glass',
  id: 'F35',
  summary: 'somebody lets the active Region’s writers write until a date',
  passes: true,
  byPeople: true,
  strike: ({ cloud: { ssm, world }, plan, active }, draw) => {
    const nowMs = world.clock.now();
    const untilMs = nowMs + between(FOR_SECONDS, draw()) * 1000;
    const breakGlass = { from: dated(nowMs), until: dated(untilMs), by: 'operations', reason: 'the table is impaired' };
    for (const resource of plan.resources) {
      if (resource.kind !== 'gate-parameter') continue;
      ssm.change(active, resource.parameter, (gate) => JSON.stringify({ ...parse(gate), breakGlass }));
    }
    return () => undefined;
  },
};

const parse = (gate: string): object => JSON.parse(gate) as object;

/** To the second, as `jq` writes it. */
const dated = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
