import { METRICS } from '../../lambdas/plan/names';
import { switchRegions } from '../../lambdas/plan/switch-regions';
import type { Site } from './site';
import type { Permission, Use } from './use';

/** Publishes metrics in the function's own Region. */
export const metricsHere: Use<Site> = ({ region }) => publishIn([region]);

/** Publishes metrics in every switch Region, so that a shift need not wait for their own loops. */
export const metricsAtSwitches: Use<Site> = ({ plan }) => publishIn(switchRegions(plan), 'best-effort');

const publishIn = (regions: readonly string[], path?: Permission['path']) => ({
  permissions: [
    {
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      because:
        'CloudWatch has no resource-level permission for metrics; the namespace and the Regions limit it instead',
      path,
      conditions: { StringEquals: { 'cloudwatch:namespace': METRICS, 'aws:RequestedRegion': regions } },
    },
  ],
});
