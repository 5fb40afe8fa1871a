import { names } from '../../lambdas/plan/names';
import { regionLoss } from './region-loss';
import { failedWords, say } from './person';
import type { Scenario } from './scenario';

const stop = { on: true, reason: 'the provider says that it is over in a minute' };

/** A failover waits for the old gate when a person says stop, from a Region that does not even run the application. */
export const killSwitchInMidRun: Scenario = {
  ...regionLoss,
  name: 'kill-switch-in-mid-run',
  summary: 'a person says stop from a third Region while the fence waits; nothing is promoted, and the lead goes back',
  faults: ['F1', 'F36'],
  strike: (stage) => {
    const { cloud, plan, active, standby } = stage;
    const { trace, clock } = cloud.world;
    const aside = plan.authority.regions.find((region) => ![active, standby].includes(region))!;
    // Whoever clears up after an earlier move may do so from any Region.
    for (const region of [active, aside, standby]) say(stage, region, 'acknowledge', { reason: 'seen' });
    let stopped = false;
    trace.onAdd(({ type, what }) => {
      if (stopped || type !== 'step' || what !== names(plan).handler('fence')) return;
      stopped = true;
      say(stage, aside, 'kill-switch', stop);
      // A second person, elsewhere, says the same.
      clock.after(60_000, () => say(stage, standby, 'kill-switch', stop));
    });
    clock.after(1_000, () => regionLoss.strike(stage));
  },
  expects: {
    outcome: 'aborted',
    because: /the kill switch is on, by run .*; nothing was promoted, so the lead went back/,
    verdicts: ['proceed'],
    changes: ['PutParameter', 'UpdateService'],
    leaves: ({ cloud, plan }) => {
      const { killSwitch, acknowledged } = cloud.dynamodb.item(names(plan).table, { pk: 'authority', sk: '-' }) ?? {};
      return [
        ...(killSwitch ? [] : ['the kill switch is off']),
        ...(acknowledged ? [] : ['nobody has acknowledged anything']),
        ...failedWords(cloud),
      ];
    },
  },
  watchSecondsMax: 420,
};
