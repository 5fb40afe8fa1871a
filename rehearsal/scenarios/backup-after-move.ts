import { backup } from './backup';
import type { Scenario } from './scenario';

/** The schedule comes due while the application lives in the second Region: that one backs up, and copies to the first. */
export const backupAfterMove: Scenario = {
  ...backup,
  name: 'backup-after-move',
  summary: 'the schedule comes due while the application lives in the second Region, which backs up to the first',
  livesIn: 'the second Region',
};
