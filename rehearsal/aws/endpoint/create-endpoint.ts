import type { Aws, CallLimits, ClientClass } from '../../../lambdas/aws';
import { carry, type EndpointParts } from './carry';
import { createDepartures } from './departures';
import { answerFrom } from './intercept';
import { createRecorder, type Records } from './records';
import type { Sender } from './sender';

/** The way from functions to the simulated AWS, and the record of what went over it. */
export interface Endpoint extends Records {
  /** The `Aws` of one sender: real SDK clients, kept as long as the sender, whose requests the simulated AWS answers. */
  aws(sender: Sender): Aws;
}

export const createEndpoint = (parts: EndpointParts): Endpoint => {
  const recorder = createRecorder(parts.world);
  const departures = createDepartures(parts.world);
  const { calls, effects, notSimulated, onExchange } = recorder;
  const aws = (sender: Sender): Aws => {
    // A client's bucket of retry tokens is its own state, so senders never share clients.
    const clients = new Map<unknown, Map<string, unknown>>();
    return <C>(Client: ClientClass<C>, limits: CallLimits): C => {
      const ofClass = clients.get(Client) ?? new Map<string, unknown>();
      clients.set(Client, ofClass);
      const key = Object.values(limits).join(' ');
      const known = ofClass.get(key);
      if (known) return known as C;
      const client = answerFrom(Client, limits, departures, (request) =>
        carry(parts, recorder, { ...request, sender, limits }),
      );
      ofClass.set(key, client);
      return client;
    };
  };
  return { aws, calls, effects, notSimulated, onExchange };
};
