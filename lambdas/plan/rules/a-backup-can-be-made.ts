import { suggest } from '../did-you-mean';
import { names } from '../names';
import type { Plan } from '../plan';
import type { PlanRule, Problem } from '../problem';

type Backup = Plan['backups'][number];

/** A backup that the plan cannot mean, or AWS would refuse, must be noticed before the day that it is needed. */
export const aBackupCanBeMade: PlanRule = (plan) =>
  plan.backups.flatMap((backup, at) =>
    [
      unknownResource(plan, backup),
      twice(plan, at),
      offTheClock(backup),
      copyNowhere(plan, backup),
      tooLong(plan, backup),
    ]
      .flatMap((problem) => problem ?? [])
      .map(({ field, ...problem }): Problem => ({ path: ['backups', at, field], ...problem })),
  );

type Complaint = Omit<Problem, 'path'> & { readonly field: keyof Backup | 'every' | 'keep' };

const unknownResource = ({ resources }: Plan, { resource }: Backup): Complaint | undefined => {
  const possible = resources.filter(({ kind }) => kind === 'aurora-global').map(({ name }) => name);
  if (possible.includes(resource)) return undefined;
  return {
    field: 'resource',
    wrong: `"${resource}" is no database of the plan`,
    allowed: possible.join(', ') || 'nothing: the plan has no aurora-global resource',
    fix: suggest(resource, possible, 'name a resource of kind aurora-global'),
  };
};

const twice = ({ backups }: Plan, at: number): Complaint | undefined => {
  const resource = backups[at]?.resource;
  if (backups.findIndex((other) => other.resource === resource) === at) return undefined;
  return {
    field: 'resource',
    wrong: `"${resource}" is here a second time`,
    allowed: 'one backup for each database',
    fix: 'remove one of the two',
  };
};

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Schedules start at full hours of the day, so that a backup is due at the same times every day. */
const offTheClock = ({ everySeconds, keepSeconds }: Backup): Complaint | undefined => {
  if (everySeconds % HOUR !== 0 || DAY % everySeconds !== 0) {
    const allowed = '1h, 2h, 3h, 4h, 6h, 8h, 12h, 24h';
    return {
      field: 'every',
      wrong: `${everySeconds} s does not divide the day into hours`,
      allowed,
      fix: 'write "6h"',
    };
  }
  if (keepSeconds >= 2 * everySeconds) return undefined;
  return {
    field: 'keep',
    wrong: `${keepSeconds} s keeps only the newest recovery point`,
    allowed: `at least ${2 * everySeconds} s, twice the time between two backups`,
    fix: 'write "30d"',
  };
};

const copyNowhere = ({ regions }: Plan, { copyTo }: Backup): Complaint | undefined => {
  const others = regions.slice(1).map(({ name }) => name);
  // Another rule asks for a second Region.
  if (others.length === 0 || others.includes(copyTo)) return undefined;
  return {
    field: 'copyTo',
    wrong: `"${copyTo}" is no Region of the plan besides the preferred one`,
    allowed: others.join(', '),
    fix: suggest(copyTo, others, `write "${others[0]}"`),
  };
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterSnapshot.html */
const SNAPSHOT_NAME_MAX = 63;

const tooLong = (plan: Plan, { resource }: Backup): Complaint | undefined => {
  const room = SNAPSHOT_NAME_MAX - '20260106t1200'.length - names(plan).recoveryPoints('').length;
  if (resource.length <= room) return undefined;
  return {
    field: 'resource',
    wrong: `"${resource}" is too long for the name of a snapshot`,
    allowed: `${room} characters, so that the name stays within ${SNAPSHOT_NAME_MAX}`,
    fix: 'give the resource a shorter name',
  };
};
