import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { Region } from '../../lambdas/plan/plan';
import { signalArns } from '../signal-arns';
import type { Site } from '../uses/site';
import { StartOnAlarm } from './start-on-alarm';

/** Starts a journey here on the plan's signals of a loss of `lost`, whether they arise here or arrive from elsewhere. */
export const startOnSignals = (scope: Construct, site: Site, lost: Region, machine: IStateMachine): void => {
  const alarmArns = signalArns(site, (signal) => signal.lost === lost);
  if (alarmArns.length === 0) return;
  new StartOnAlarm(scope, `failover-on-signals-of-${lost}`, {
    name: names(site.plan).signals(lost),
    alarmArns,
    machine,
  });
};
