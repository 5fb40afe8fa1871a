import { drawMs } from '../aws/latencies';
import type { Place, World } from './world';

/** Who is to be found under a host name, and where. */
export interface Server<Q, A> {
  readonly place: Place;
  /** Whether it answers nobody. */
  readonly silent?: boolean;
  /** By how many milliseconds it answers later than others there; 0 if absent. */
  readonly laterMs?: number;
  readonly serve: (request: Q) => A;
}

/**
 * Asks a server from a place; undefined when no answer comes back within the time-out, which is then used up. The request
 * takes effect when it arrives, whether or not its answer comes back.
 */
export const exchange = async <Q extends { readonly timeoutMs: number }, A>(
  world: World,
  from: Place,
  { place, silent, laterMs = 0, serve }: Server<Q, A>,
  request: Q,
): Promise<A | undefined> => {
  const { timeoutMs } = request;
  const { reaches } = world.network;
  const latencyMs = drawMs(world, 'http.answer') + distanceMs(world, from, place) + laterMs;
  const thereMs = Math.min(Math.floor(latencyMs / 2), timeoutMs);
  await world.clock.sleep(thereMs);
  const answer = !silent && reaches(from, place) ? serve(request) : undefined;
  await world.clock.sleep(Math.min(latencyMs, timeoutMs) - thereMs);
  if (answer && latencyMs <= timeoutMs && reaches(place, from)) return answer;
  await world.clock.sleep(timeoutMs - Math.min(latencyMs, timeoutMs));
  return undefined;
};

const distanceMs = (world: World, from: Place, to: Place): number => {
  if (from === to) return 0;
  return drawMs(world, to === 'internet' ? 'http.internet' : 'network.between-regions');
};
