import { Duration } from 'aws-cdk-lib';
import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import { backup, backupCalls } from '../../statemachines/backup';
import { backupFunctions, type BackupFunction } from '../functions';
import type { JourneySite } from '../uses/site';
import { BackupSchedule } from './backup-schedule';
import { Every } from './every';
import type { HandlerFunction } from './handler-function';
import { Journey } from './journey';
import { makeFunction } from './make-function';

/** The backup journey of one Region, its schedules, and the age of what it leaves. */
export class Backups extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { site, planLayer }: { readonly site: JourneySite; readonly planLayer: ILayerVersion },
  ) {
    super(scope, id);
    const { plan } = site;
    const name = names(plan);
    const functions = Object.fromEntries(
      backupFunctions.map((spec) => [spec.name, makeFunction(this, spec, site, planLayer)]),
    ) as Record<BackupFunction, HandlerFunction>;
    const { machine } = new Journey(this, 'journey', {
      name: name.machine('backup'),
      // Longer than the deadlines of all its steps.
      timeout: Duration.hours(6),
      functions,
      calls: backupCalls,
      definition: backup,
    });
    for (const one of plan.backups) {
      new BackupSchedule(this, `back-up-${one.resource}`, {
        name: `${name.machine('backup')}-${one.resource}`,
        backup: one,
        machine,
      });
    }
    new Every(this, 'measure-every-hour', {
      unit: 'hour',
      name: name.handler('measure-backups'),
      starts: functions['measure-backups'],
    });
  }
}
