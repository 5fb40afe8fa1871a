import type { TraceEntry, World } from '../../world/world';
import { NotSimulated } from '../not-simulated';
import { destinationOf, operationOf, type Request } from './request';

/** One SDK request as it left its sender, whatever became of it; what I11 is judged by. */
export interface CallRecord {
  /** The id of its trace entry, and that entry's time in milliseconds since the rehearsal began. */
  readonly id: string;
  readonly t: number;
  /** The Region asked, and the Region that asks. */
  readonly region: string;
  readonly fromRegion: string;
  readonly service: string;
  readonly operation: string;
  readonly path: 'critical' | 'best-effort';
  /** The function that asks. */
  readonly by: string;
  readonly run: string | undefined;
}

/** A change that a run made to a resource or to traffic; what I4 and I14 are judged by. */
export interface EffectRecord {
  readonly id: string;
  readonly t: number;
  /** When the request left its sender, as `t`; a service in trouble may take it much later, when nobody can call it back. */
  readonly askedT: number;
  readonly region: string;
  readonly service: string;
  readonly operation: string;
  readonly target: string;
  readonly epoch: number | undefined;
  /** The function that made it. */
  readonly by: string;
  readonly run: string;
}

/** One request that reached its service, and what the service made of it; what service models are held against. */
export interface Exchange {
  /** The SDK client class's name, such as `DynamoDBClient`. */
  readonly client: string;
  /** Such as `GetItem`. */
  readonly operation: string;
  readonly input: object;
  readonly outcome: { readonly output: object } | { readonly fault: Error };
}

/** What passed through the endpoint since the rehearsal began. */
export interface Records {
  readonly calls: readonly CallRecord[];
  readonly effects: readonly EffectRecord[];
  /** Every request that nobody simulates; a rehearsal with any is not to be believed. */
  readonly notSimulated: readonly string[];
  /** Calls `seen` with every exchange from now on, before the answer leaves the service. */
  onExchange(seen: (exchange: Exchange) => void): void;
}

/** Keeps the records, and the same in the trace. */
export interface Recorder extends Records {
  /** A request leaves its sender; answers its trace id. */
  call(request: Request): string;
  /** An arrived request changed `target`; counted as an effect only where a run made it. */
  effect(request: Request, target: string, callId: string): void;
  /** An arrived request is refused. */
  refusal(request: Request, fault: Error, callId: string): void;
  /** An arrived request was answered or refused. */
  exchange(request: Request, outcome: Exchange['outcome']): void;
}

export const createRecorder = ({ trace }: Pick<World, 'trace'>): Recorder => {
  const calls: CallRecord[] = [];
  const effects: EffectRecord[] = [];
  const notSimulated: string[] = [];
  const listeners: ((exchange: Exchange) => void)[] = [];
  const add = (entry: Parameters<typeof trace.add>[0]): Pick<TraceEntry, 'id' | 't'> => {
    const id = trace.add(entry);
    return { id, t: trace.entries.at(-1)?.t ?? 0 };
  };
  return {
    calls,
    effects,
    notSimulated,
    onExchange: (seen) => void listeners.push(seen),
    exchange: (request, outcome) => {
      const { client, input } = request;
      for (const seen of listeners) seen({ client, operation: operationOf(request), input, outcome });
    },
    call: (request) => {
      const { sender, limits } = request;
      const { region, service, operation } = destinationOf(request);
      const asked = { region, fromRegion: sender.region, path: limits.path, by: sender.name, run: sender.run() };
      const { id, t } = add({ type: 'call', what: `${service} ${operation}`, causes: sender.causes(), ...asked });
      calls.push({ id, t, service, operation, ...asked });
      return id;
    },
    effect: (request, target, callId) => {
      const run = request.sender.run();
      if (run === undefined) return;
      const record = { ...destinationOf(request), target, epoch: request.sender.epoch(), run };
      const { service, operation, ...details } = record;
      const what = `${service} ${operation} of ${target}`;
      const { id, t } = add({ type: 'effect', what, causes: [callId], ...details });
      const askedT = calls.findLast((call) => call.id === callId)?.t ?? t;
      effects.push({ id, t, askedT, by: request.sender.name, ...record });
    },
    refusal: (request, fault, callId) => {
      if (fault instanceof NotSimulated) notSimulated.push(fault.message);
      const { region, service, operation } = destinationOf(request);
      const what = `${service} ${operation} answers ${fault.name}: ${fault.message}`;
      trace.add({ type: 'call', region, what, causes: [callId] });
    },
  };
};
