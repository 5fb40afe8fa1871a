import type { World } from '../../world/world';
import type { ApplicationFunctions } from '../services/compute';
import { deleteConcurrency, getConcurrency, putConcurrency } from './operations/concurrency';
import { getConfiguration, listEventSources } from './operations/describe';
import { updateEventSource } from './operations/update-event-source';
import { createStandingFunctions } from './standing-function';
import { uuid } from '../uuid';

/** Lambda's other side: functions that stand before Understudy is deployed, and what lets them run. */
export const createApplicationFunctions = (world: World): ApplicationFunctions => {
  const functions = createStandingFunctions();
  return {
    client: 'LambdaClient',
    operations: [
      getConcurrency(functions),
      putConcurrency(functions),
      deleteConcurrency(functions),
      getConfiguration(functions),
      listEventSources(functions),
      updateEventSource(functions),
    ],
    resourceTypes: [],
    adopt: (region, name, { timeoutSeconds, eventSources }) =>
      functions.add({
        region,
        name,
        timeoutSeconds,
        reserved: undefined,
        eventSources: Array.from({ length: eventSources }, () => ({
          id: uuid(world.random('event source')),
          state: 'Enabled' as const,
        })),
      }),
    runs: (region, name) => {
      const { reserved, eventSources } = functions.find(region, name);
      return reserved !== 0 || eventSources.some(({ state }) => state !== 'Disabled');
    },
  };
};
