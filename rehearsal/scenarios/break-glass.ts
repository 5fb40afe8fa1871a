import { names } from '../../lambdas/plan/names';
import { regionsOf } from '../faults/places';
import { say } from './person';
import type { Stage } from './scenario';

const LOOKS_EVERY_MS = 5_000;
/** For so long a person waits until the kill switch is on. */
const PATIENCE_MS = 60_000;

/**
 * A person lets the active Region's writers write until a date, as docs/write-gate.md says: kill switch first, from another
 * Region; then a look that it is on and that no run leads; then the gate; and the kill switch off when the authority has
 * noted the date, or a margin after it. Whoever finds the kill switch on leaves the matter to those who turned it on.
 */
export const breakTheGlass = (stage: Stage, forSeconds: number): void => {
  const { cloud, plan, active } = stage;
  const { clock } = cloud.world;
  const aside = regionsOf(plan).find((region) => region !== active && cloud.world.network.alive(region));
  if (aside === undefined || authorityOf(stage)?.killSwitch) return;
  say(stage, aside, 'kill-switch', { on: true, reason: 'somebody breaks the glass' });
  const goOn = () => say(stage, aside, 'kill-switch', { on: false, reason: 'the break-glass is noted, or over' });
  const giveUpMs = clock.now() + PATIENCE_MS;
  const waitForTheSwitch = (): void => {
    if (mayBreak(stage)) return writeAndWatch();
    if (clock.now() >= giveUpMs) return goOn();
    clock.after(LOOKS_EVERY_MS, waitForTheSwitch);
  };
  const writeAndWatch = (): void => {
    const [fromMs, untilMs] = [clock.now(), clock.now() + forSeconds * 1000];
    const look = (): void => {
      if (clock.now() < untilMs && !isWritten(stage, active) && mayBreak(stage)) write(stage, fromMs, untilMs);
      if (isWritten(stage, active) ? !isBrokenUnheard(stage) : clock.now() >= untilMs) return goOn();
      clock.after(LOOKS_EVERY_MS, look);
    };
    look();
  };
  waitForTheSwitch();
};

/** Whether writers may write by a break-glass that the authority does not know of: nobody may turn the kill switch off now. */
export const isBrokenUnheard = (stage: Stage): boolean => {
  const { cloud, plan } = stage;
  const heard = authorityOf(stage)?.breakGlass;
  return plan.regions.some(({ name }) => {
    const untilMs = brokenUntilMs(stage, name);
    const isHeard = heard?.region === name && Date.parse(heard.until) >= untilMs;
    return !isHeard && untilMs + plan.authority.lease.marginSeconds * 1000 > cloud.world.clock.now();
  });
};

interface Authority {
  readonly active: string;
  readonly killSwitch?: object;
  readonly run?: object;
  readonly breakGlass?: { readonly region: string; readonly until: string };
}

const authorityOf = ({ cloud, plan }: Stage): Authority | undefined =>
  cloud.dynamodb.item(names(plan).table, { pk: 'authority', sk: '-' }) as Authority | undefined;

/** Nobody takes over, and nobody has. */
const mayBreak = (stage: Stage): boolean => {
  const item = authorityOf(stage);
  return item?.killSwitch !== undefined && item.run === undefined && item.active === stage.active;
};

const parametersOf = ({ plan }: Stage): readonly string[] =>
  plan.resources.flatMap((one) => (one.kind === 'gate-parameter' ? [one.parameter] : []));

/** The latest date in the gates of a Region; 0 where there is none. */
const brokenUntilMs = (stage: Stage, region: string): number =>
  Math.max(
    0,
    ...parametersOf(stage).map((parameter) => {
      const { breakGlass } = parse(stage.cloud.ssm.value(region, parameter) ?? '{}');
      return breakGlass ? Date.parse(breakGlass.until) : 0;
    }),
  );

/** Read back: a renewal in the same second may have been faster. */
const isWritten = (stage: Stage, region: string): boolean => brokenUntilMs(stage, region) > 0;

const write = (stage: Stage, fromMs: number, untilMs: number): void => {
  const reason = 'the authority table is impaired';
  const breakGlass = { from: dated(fromMs), until: dated(untilMs), by: 'operations', reason };
  for (const parameter of parametersOf(stage)) {
    stage.cloud.ssm.change(stage.active, parameter, (gate) => JSON.stringify({ ...parse(gate), breakGlass }));
  }
};

const parse = (gate: string) => JSON.parse(gate) as { readonly breakGlass?: { readonly until: string } };

/** To the second, as `jq` writes it. */
const dated = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
