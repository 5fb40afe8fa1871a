import { names } from '../../lambdas/plan/names';
import type { Site } from './site';
import type { Use } from './use';

type TableAction = 'GetItem' | 'PutItem' | 'Query' | 'UpdateItem';

/** The authority's table, in every authority Region, because functions fall over from one replica to the next (S13). Without actions, only its name. */
export const table =
  (...actions: readonly TableAction[]): Use<Site> =>
  ({ plan, partition, account }) => ({
    environment: { TABLE: names(plan).table },
    permissions:
      actions.length === 0
        ? []
        : [
            {
              elsewhere: 'replicas are asked in turn, and the suspected Region is not asked at all (S13)',
              actions: actions.map((action) => `dynamodb:${action}`),
              resources: plan.authority.regions.map(
                (region) => `arn:${partition}:dynamodb:${region}:${account}:table/${names(plan).table}`,
              ),
            },
          ],
  });
