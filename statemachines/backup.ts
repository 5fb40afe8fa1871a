import { Choice, Condition, JsonPath, type Chain, type IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { endings } from './fragments/ending';
import { phase } from './fragments/phase';
import { task, type LambdaVersion } from './fragments/task';

/** The functions that the backup calls. */
export const backupCalls = [
  'prepare-backup',
  'back-up',
  'copy-backup',
  'verify-backup',
  'prune-backups',
  'measure-backups',
  'backup-close-phase',
  'backup-close',
  'backup-announce',
] as const;

type BackupFunctions = Readonly<Record<(typeof backupCalls)[number], LambdaVersion>>;

/** A recovery point of one database, here and in another Region; gives way to any failover (S29). */
export const backup = (scope: Construct, fn: BackupFunctions): IChainable => {
  const closeAs = endings(scope, {
    journey: 'backup',
    goal: 'completed',
    close: fn['backup-close'],
    announce: fn['backup-announce'],
  });
  const prepared = { because: JsonPath.stringAt('$.because') };
  const completed = closeAs('Close as completed', { outcome: 'completed', with: prepared });
  const measure = task(scope, 'Measure the backups', {
    calls: fn['measure-backups'],
    payload: {},
    resultPath: JsonPath.DISCARD,
    // It is measured every hour anyway.
    otherwise: completed,
    faultPath: JsonPath.DISCARD,
  }).next(completed);
  const saved = saving(scope, fn, closeAs('Close as aborted', { outcome: 'aborted', with: notReached }));

  return task(scope, 'Prepare', {
    calls: fn['prepare-backup'],
    payload: {
      signal: JsonPath.objectAt('$$.Execution.Input'),
      run: JsonPath.stringAt('$$.Execution.Name'),
      startedAt: JsonPath.stringAt('$$.Execution.StartTime'),
    },
    otherwise: closeAs('Close as refused', { outcome: 'refused', with: { fault: JsonPath.objectAt('$') } }),
  }).next(
    new Choice(scope, 'To be made here?')
      .when(Condition.booleanEquals('$.proceed', true), saved.next(measure))
      .otherwise(closeAs('Close as held', { outcome: 'held', with: prepared })),
  );
};

/** The ledger knows which phase it was. */
const notReached = { because: 'a phase could not be closed; see in the run which' };

/** The phases in their order: nothing old is pruned before the new point and its copy are verified (I18). */
const saving = (scope: Construct, fn: BackupFunctions, undo: IChainable): Chain => {
  const alone = (name: string, listedAt: string, calls: LambdaVersion): Chain =>
    phase(scope, name, { steps: [{ name, listedAt, calls }], closePhase: fn['backup-close-phase'], undo });
  return alone('Back up', '$.phases.backUp', fn['back-up'])
    .next(alone('Copy', '$.phases.copy', fn['copy-backup']))
    .next(alone('Verify', '$.phases.verify', fn['verify-backup']))
    .next(alone('Prune', '$.phases.prune', fn['prune-backups']));
};
