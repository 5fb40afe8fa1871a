import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Plan, Region } from '../../lambdas/plan/plan';
import { signalAlarms } from '../../lambdas/plan/signal-alarms';
import { ForwardSignals } from '../constructs/forward-signals';
import { healthCheckAlarm } from '../constructs/health-check-alarm';
import { workloadRegions } from '../regions';
import { stackProps } from './stack-props';

/** What a Region that has signals of the plan's needs so that they are heard where a failover would run. */
export class SignalsStack extends Stack {
  constructor(scope: Construct, plan: Plan, region: Region, account?: string) {
    super(scope, `signals-${region}`, {
      ...stackProps(plan, `signals-${region}`, region, account),
      description: `Understudy: passes on signals of ${plan.application} from ${region}`,
    });
    const site = { plan, region, partition: this.partition, account: this.account };
    const signals = signalAlarms(plan).filter((signal) => signal.region === region);
    for (const signal of signals) {
      if (signal.healthCheck !== undefined) healthCheckAlarm(this, signal, signal.healthCheck);
    }
    for (const lost of new Set(signals.map((signal) => signal.lost))) {
      const to = heardIn(plan, lost).filter((other) => other !== region);
      if (to.length > 0) new ForwardSignals(this, `forward-${lost}`, { site, lost, to });
    }
  }
}

/** The Regions that need such a stack: a signal that arises only where it is heard needs none. */
export const signalRegions = (plan: Plan): readonly Region[] => {
  const needy = signalAlarms(plan).filter(
    ({ region, lost, healthCheck }) =>
      healthCheck !== undefined || heardIn(plan, lost).some((other) => other !== region),
  );
  return [...new Set(needy.map(({ region }) => region))];
};

/** Where a failover from `lost` could run. */
const heardIn = (plan: Plan, lost: Region): readonly Region[] =>
  workloadRegions(plan).filter((region) => region !== lost);
