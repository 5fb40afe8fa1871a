import { names } from '../../lambdas/plan/names';
import { breakTheGlass } from './break-glass';
import { answer, failedWords, onQuestion } from './person';
import { regionLoss } from './region-loss';
import type { Scenario, Stage } from './scenario';

/** When the loss is certain, more of it is left than a run waits for by itself, and less than its fence does. */
const FOR_SECONDS = 465;
const LOOKS_EVERY_MS = 5_000;
/** Whether or not the authority has heard of it by then. */
const LOST_AFTER_SECONDS_MAX = 60;
const THINKS_SECONDS = 45;
const LOST = 'the Region whose writers may write until a date falls silent';

/** A person lets writers write until a date; then their Region is lost, and another one must not begin before that date. */
export const brokenGlass: Scenario = {
  ...regionLoss,
  name: 'broken-glass',
  summary:
    'writers may write until a date by a break-glass when their Region falls silent; people are asked, and all wait for it',
  faults: ['F1', 'F35'],
  needs: {
    what: 'a gate',
    has: ({ resources }) => resources.some(({ kind }) => kind === 'gate-parameter'),
  },
  strike: (stage) => {
    const { clock } = stage.cloud.world;
    const latestMs = clock.now() + LOST_AFTER_SECONDS_MAX * 1000;
    breakTheGlass(stage, FOR_SECONDS);
    sayYes(stage);
    const lose = (): void => {
      if (isNoted(stage) || clock.now() >= latestMs) return regionIsLost(stage);
      clock.after(LOOKS_EVERY_MS, lose);
    };
    lose();
  },
  losses: [LOST],
  expects: {
    outcome: 'moved',
    started: 'by an alarm',
    verdicts: ['wait', 'ask', 'proceed'],
    leaves: ({ cloud }) => failedWords(cloud),
  },
};

const sayYes = (stage: Stage): void => {
  const { roles, people } = stage.plan.automation.approval;
  onQuestion(stage, (run) =>
    stage.cloud.world.clock.after(THINKS_SECONDS * 1000, () => {
      for (const role of roles.slice(0, people)) answer(stage, role, { run, says: 'yes', reason: 'we wait for it' });
    }),
  );
};

/** The authority knows of the break-glass, and the kill switch is off again. */
const isNoted = ({ cloud, plan }: Stage): boolean => {
  const item = cloud.dynamodb.item(names(plan).table, { pk: 'authority', sk: '-' }) ?? {};
  return item['breakGlass'] !== undefined && item['killSwitch'] === undefined;
};

const regionIsLost = ({ cloud: { world }, active }: Stage): void => {
  world.trace.add({ type: 'fault', region: active, what: LOST, causes: [] });
  world.network.kill(active);
};
