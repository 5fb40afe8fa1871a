import { critical, type ClientClass } from '../../../lambdas/aws';
import type { Service } from '../../../rehearsal/aws/services/simulated-service';
import { createDepartures } from '../../../rehearsal/aws/endpoint/departures';
import { openLine } from '../../../rehearsal/aws/endpoint/intercept';
import type { World } from '../../../rehearsal/world/world';
import { ask } from './ask-service';

/** A real SDK client that one simulated service answers, without latency or permissions. */
export const sdkClient = <C>(world: World, service: Service, Client: ClientClass<C>, region = 'us-east-1'): C =>
  openLine(Client, critical(region), {
    departures: createDepartures(world),
    answer: ({ command, input }) => Promise.resolve().then(() => ask(world, service, command, input, region)),
  }).client;
