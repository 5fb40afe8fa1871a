import { names } from '../../lambdas/plan/names';
import { workloadRegions } from '../regions';
import type { Site } from './site';
import type { Use } from './use';

/**
 * The keys under which other Regions keep copies of recovery points. RDS makes its grants on behalf of whoever asks:
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.Keys.html
 */
export const backupKeys: Use<Site> = ({ plan, partition, account, region }) => ({
  permissions: [
    {
      actions: ['kms:CreateGrant', 'kms:DescribeKey'],
      resources: workloadRegions(plan)
        .filter((other) => other !== region)
        .map((other) => `arn:${partition}:kms:${other}:${account}:key/*`),
      conditions: keysOf(names(plan).backupKey),
    },
  ],
});

/**
 * Only keys with this alias: ids of keys in other stacks are not known, and nothing is exported.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-resource-aliases
 */
export const keysOf = (alias: string) => ({ 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': alias } });
