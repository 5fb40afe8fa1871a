import { keyOf, type Aws, type CallLimits, type ClientClass } from '../../../lambdas/aws';
import type { Service } from '../services/simulated-service';
import type { Operation } from '../operation';
import type { ArrivalParts } from './arrival';
import { carry } from './carry';
import { createDepartures } from './departures';
import { createLines } from './lines';
import { createRecorder, type Records } from './records';
import type { Sender } from './sender';

/** The way from functions to the simulated AWS, and the record of what went over it. */
export interface Endpoint extends Records {
  /** The `Aws` of one sender: real SDK clients, kept as long as the sender, whose requests the simulated AWS answers. */
  aws(sender: Sender): Aws;
}

/** What the endpoint needs of the simulated AWS; the services are asked for late, because some call back into it. */
interface EndpointParts extends ArrivalParts {
  readonly services: () => readonly Service[];
}

export const createEndpoint = ({ services, ...parts }: EndpointParts): Endpoint => {
  const roads = { ...parts, find: findOperation(services) };
  const recorder = createRecorder(parts.world);
  const departures = createDepartures(parts.world);
  const lines = createLines(parts.world);
  const { calls, effects, notSimulated, onExchange } = recorder;
  const aws = (sender: Sender): Aws => {
    // A client's bucket of retry tokens is its own state, so senders never share clients.
    const clients = new Map<unknown, Map<string, unknown>>();
    return <C>(Client: ClientClass<C>, limits: CallLimits): C => {
      const ofClass = clients.get(Client) ?? new Map<string, unknown>();
      clients.set(Client, ofClass);
      const key = keyOf(limits);
      const known = ofClass.get(key);
      if (known) return known as C;
      const made = lines.take(Client, limits, {
        departures,
        answer: ({ client, command, input }) => carry(roads, recorder, { client, command, input, sender, limits }),
      });
      ofClass.set(key, made);
      return made;
    };
  };
  return { aws, calls, effects, notSimulated, onExchange };
};

/** Lambda's client asks for Understudy's own functions and for the application's, which two services simulate. */
const findOperation = (services: () => readonly Service[]) => {
  const known = new Map<string, Operation>();
  return (client: string, command: string): Operation | undefined => {
    if (known.size === 0) {
      for (const service of services()) {
        for (const one of service.operations) {
          const key = `${service.client}.${one.command}`;
          if (!known.has(key)) known.set(key, one);
        }
      }
    }
    return known.get(`${client}.${command}`);
  };
};
