import { workloadRegions } from '../regions';
import type { Site } from './site';
import type { Use } from './use';

/** Wakes the run that asked people, wherever it runs. */
export const answers: Use<Site> = ({ plan }) => ({
  permissions: [
    {
      actions: ['states:SendTaskSuccess'],
      resources: ['*'],
      because:
        'answers to task tokens have no resource-level permissions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html',
      conditions: { StringEquals: { 'aws:RequestedRegion': workloadRegions(plan) } },
      elsewhere: 'the run that asked is in the Region that would take over, which is not the lost one',
    },
  ],
});
