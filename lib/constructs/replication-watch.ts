import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import { replicationWatch, replicationWatchCalls } from '../../statemachines/replication-watch';
import type { JourneyFunction } from '../functions';
import { workloadRegions } from '../regions';
import { resourcesThatCan } from '../uses/capability';
import type { Site } from '../uses/site';
import type { HandlerFunction } from './handler-function';
import { Journey } from './journey';
import { lagAlarm } from './lag-alarm';
import { StartOnAlarm } from './start-on-alarm';

interface ReplicationWatchProps {
  readonly site: Site;
  readonly functions: Readonly<Record<JourneyFunction, HandlerFunction>>;
}

/** Hears of replicas in this Region that fall behind any other Region, which may be the active one tomorrow. */
export class ReplicationWatch extends Construct {
  constructor(scope: Construct, id: string, { site: { plan, region }, functions }: ReplicationWatchProps) {
    super(scope, id);
    const name = names(plan);
    const { machine } = new Journey(this, 'journey', {
      name: name.machine('replication-watch'),
      // Evidence that cannot be written is tried for up to four fifths of it, and a run that times out tells nobody.
      timeout: Duration.hours(1),
      functions,
      calls: replicationWatchCalls,
      definition: replicationWatch,
    });
    for (const { name: resource } of resourcesThatCan('measureLag', plan)) {
      for (const from of workloadRegions(plan).filter((other) => other !== region)) {
        const alarm = lagAlarm(this, plan, { resource, from, to: region });
        new StartOnAlarm(this, `watch-${resource}-behind-${from}`, {
          name: name.lagAlarm(resource, from),
          alarmArns: [alarm.alarmArn],
          machine,
        });
      }
    }
  }
}
