import type { World } from '../../world/world';
import { drawMs } from '../latencies';
import { NotSimulated } from '../not-simulated';
import type { Operation } from '../operation';
import { arrive, type Answer, type ArrivalParts } from './arrival';
import type { Recorder } from './records';
import { destinationOf, type Request } from './request';
import type { Sender } from './sender';
import { timeoutError } from './timeout-error';

/** What a request needs on its way. */
interface Roads extends ArrivalParts {
  /** How an operation behaves; undefined where nobody simulates it. */
  readonly find: (client: string, command: string) => Operation | undefined;
}

/**
 * Carries a request to its simulated service and the answer back. A request that cannot arrive, or whose answer cannot,
 * costs its sender the whole time-out; what an arrived request changed stays changed.
 */
export const carry = async (parts: Roads, recorder: Recorder, request: Request): Promise<object> => {
  const { world } = parts;
  const { sender, limits } = request;
  if (sender.gone()) return never();
  const id = recorder.call(request);
  const arrives = () => world.network.reaches(sender.region, limits.region);
  if (!arrives()) return outOfTime('connection', limits.connectMs, sender);
  const operation = operationOf(parts, recorder, request, id);
  const usualMs = drawMs(world, operation.latency) + distanceMs(world, sender.region, limits.region);
  const laterMs = world.faults.travelsLongerMs?.(destinationOf(request)) ?? 0;
  const wholeMs = usualMs + laterMs;
  // Half of the time passes on the way there, so that a request can be overtaken.
  const thereMs = Math.floor(usualMs / 2) + laterMs;
  if (thereMs > limits.answerMs) {
    world.clock.after(thereMs, () => {
      if (arrives()) void arrive(parts, recorder, request, operation, id);
    });
    return outOfTime('answer', limits.answerMs, sender);
  }
  await world.clock.sleep(thereMs);
  if (!arrives()) return outOfTime('answer', limits.answerMs - thereMs, sender);
  const arrived = arrive(parts, recorder, request, operation, id);
  if (wholeMs > limits.answerMs) return outOfTime('answer', limits.answerMs - thereMs, sender);
  await sender.sleep(wholeMs - thereMs);
  const answer = arrived instanceof Promise ? await inTime(arrived, limits.answerMs - wholeMs, sender) : arrived;
  const returned = world.network.reaches(limits.region, sender.region);
  if (!returned) return outOfTime('answer', limits.answerMs - wholeMs, sender);
  return answer();
};

/** What a service only promises may come too late. */
const inTime = (promised: Promise<Answer>, ms: number, sender: Sender): Promise<Answer> =>
  Promise.race([promised, outOfTime('answer', ms, sender)]);

const operationOf = ({ find }: Roads, recorder: Recorder, request: Request, id: string): Operation => {
  const { client, command } = request;
  const operation = find(client, command);
  if (operation) return operation;
  const fault = new NotSimulated(`${client}.${command}: no simulated service knows this operation`);
  recorder.refusal(request, fault, id);
  throw fault;
};

const outOfTime = async (what: 'connection' | 'answer', ms: number, sender: Sender): Promise<never> => {
  await sender.sleep(ms);
  throw timeoutError(what);
};

const distanceMs = (world: World, from: string, to: string) =>
  from === to ? 0 : drawMs(world, 'network.between-regions');

const never = () => new Promise<never>(() => undefined);
