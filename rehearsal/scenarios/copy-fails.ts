import { names } from '../../lambdas/plan/names';
import { backup, differsFrom, LAST_POINT, leaveEarlierPoints, NEW_POINT, OLD_POINT } from './backup';
import type { Scenario } from './scenario';

/** Somebody disables the key of the copies. */
export const copyFails: Scenario = {
  ...backup,
  name: 'copy-fails',
  summary: 'the key for copies is disabled; the backup says so, people hear of it, and every older point is kept',
  prepare: (stage) => {
    leaveEarlierPoints(stage);
    stage.cloud.kms.disable(stage.standby, names(stage.plan).backupKey);
  },
  expects: {
    outcome: 'aborted',
    started: 'by a schedule',
    users: 'undisturbed',
    because: /Copy: .*KMSKeyNotAccessibleFault/,
    changes: ['CreateDBClusterSnapshot'],
    leaves: (stage) => [
      ...differsFrom(stage, stage.active, [OLD_POINT, LAST_POINT, NEW_POINT]),
      ...differsFrom(stage, stage.standby, [OLD_POINT, LAST_POINT]),
      ...(stage.cloud.sns.published.some(({ message }) => message.includes('KMSKeyNotAccessibleFault'))
        ? []
        : ['nobody was told why the backup failed']),
    ],
  },
};
