import { names } from '../../lambdas/plan/names';
import { regionsOf } from '../faults/places';
import { say } from './person';
import type { Stage } from './scenario';

const LOOKS_EVERY_MS = 5_000;
/** For so long a person waits until the kill switch is on. */
const PATIENCE_MS = 60_000;

/**
 * A person lets the active Region's writers write until a date, as docs/write-gate.md says: from another Region the kill
 * switch with the date; then a look that it is on, that the date is noted and that no run leads; then the gate, read back;
 * and the kill switch off. Whoever finds the kill switch on leaves the matter to those who turned it on.
 */
export const breakTheGlass = (stage: Stage, forSeconds: number): void => {
  const { cloud, plan, active } = stage;
  const { clock } = cloud.world;
  const aside = regionsOf(plan).find((region) => region !== active && cloud.world.network.alive(region));
  if (aside === undefined || authorityOf(stage)?.killSwitch) return;
  const dates = { from: dated(clock.now()), until: dated(clock.now() + forSeconds * 1000) };
  const breakGlass = { region: active, until: dates.until };
  say(stage, aside, 'kill-switch', { on: true, reason: 'the table is impaired', breakGlass });
  const giveUpMs = clock.now() + PATIENCE_MS;
  const look = (): void => {
    if (mayBreak(stage, dates) && !isWritten(stage, dates)) write(stage, dates);
    else if (isWritten(stage, dates) || clock.now() >= giveUpMs) return letOthersGoOn(stage, aside);
    clock.after(LOOKS_EVERY_MS, look);
  };
  look();
};

/** From which time until which writers may write, as people write it. */
interface Dates {
  readonly from: string;
  readonly until: string;
}

const letOthersGoOn = (stage: Stage, aside: string): void =>
  say(stage, aside, 'kill-switch', { on: false, reason: 'the break-glass is written, or was not needed' });

interface Authority {
  readonly active?: string;
  readonly killSwitch?: object;
  readonly run?: object;
  readonly breakGlass?: { readonly region: string; readonly until: string };
}

const authorityOf = ({ cloud, plan }: Stage): Authority | undefined =>
  cloud.dynamodb.item(names(plan).table, { pk: 'authority', sk: '-' }) as Authority | undefined;

/** Nobody takes over, nobody has, and whoever will knows the date. */
const mayBreak = (stage: Stage, { until }: Dates): boolean => {
  const { active, killSwitch, run, breakGlass } = authorityOf(stage) ?? {};
  const isNoted = breakGlass?.region === stage.active && Date.parse(breakGlass.until) >= Date.parse(until);
  return isNoted && killSwitch !== undefined && run === undefined && active === stage.active;
};

const parametersOf = ({ plan }: Stage): readonly string[] =>
  plan.resources.flatMap((one) => (one.kind === 'gate-parameter' ? [one.parameter] : []));

/** Read back: a renewal in the same second may have been faster. */
const isWritten = (stage: Stage, { until }: Dates): boolean =>
  parametersOf(stage).every(
    (parameter) => parse(stage.cloud.ssm.value(stage.active, parameter) ?? '{}').breakGlass?.until === until,
  );

const write = (stage: Stage, dates: Dates): void => {
  const breakGlass = { ...dates, by: 'operations', reason: 'the authority table is impaired' };
  for (const parameter of parametersOf(stage)) {
    stage.cloud.ssm.change(stage.active, parameter, (gate) => JSON.stringify({ ...parse(gate), breakGlass }));
  }
};

const parse = (gate: string) => JSON.parse(gate) as { readonly breakGlass?: { readonly until: string } };

/** To the second, as `jq` writes it. */
const dated = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
