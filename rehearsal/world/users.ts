import type { Plan } from '../../lambdas/plan/plan';
import type { Route53 } from '../aws/services/network';
import type { Application } from './application';
import { createResolver, type Resolver } from './dns-resolver';
import { observeObjectives, SUSTAINED_MS, type ObservedObjectives, type UserRequest } from './objectives';
import { partsOf, type Part } from './parts';
import type { World } from './world';

/** People who use the application from the internet. They know only what DNS tells them. */
export interface Users {
  /** Everything they asked so far, in the order of time. */
  readonly requests: readonly UserRequest[];
  /** RTO and RPO as they saw them so far. */
  observedObjectives(): ObservedObjectives;
  /** What they saw of each of several moves, of which we know when they ended, in milliseconds since 1970. */
  partsOf(endsMs: readonly number[]): readonly Part[];
  stop(): void;
}

/** Behind each name, so many resolvers with caches of different age. */
const RESOLVERS = 3;
const EVERY_MS = 1_000;
/** How long a user waits; between the two of them, the network takes far less or loses the request. */
const PATIENCE_SECONDS = 2;

/**
 * Starts the users of every record of the plan: from now on each reads and writes once a second. Start them when the
 * application serves; whatever fails from now on is an outage.
 */
export const createUsers = (
  world: World,
  plan: Plan,
  { route53 }: { readonly route53: Pick<Route53, 'answer'> },
  application: Application,
): Users => {
  const requests: UserRequest[] = [];
  const stops: (() => void)[] = [];
  const random = world.random('users');
  const tellOutages = outageTeller(world);
  for (const resource of plan.resources) {
    if (resource.kind !== 'route53-records') continue;
    for (let user = 1; user <= RESOLVERS; user++) {
      const drawn = random();
      const ignoresTtl = () => world.faults.ttlIgnored?.(drawn) ?? false;
      const resolve = createResolver(world.clock.now, route53.answer, drawn, ignoresTtl);
      let count = 0;
      const request = () => {
        const id = `${resource.record} user ${user} write ${++count}`;
        const asked = ask(world, application, resolve, resource.record, id);
        requests.push(asked);
        tellOutages(asked);
      };
      stops.push(world.clock.every(EVERY_MS, request, Math.floor(random() * EVERY_MS)));
    }
  }
  return {
    requests,
    observedObjectives: () => observeObjectives(requests, application.lost()),
    partsOf: (endsMs) => partsOf(requests, application.lost(), endsMs),
    stop: () => stops.forEach((stop) => stop()),
  };
};

/** Traces when users are no longer served, and when they have been served again for long enough. */
const outageTeller = ({ trace }: World) => {
  let failedId: string | undefined;
  let goodFromMs: number | undefined;
  const tell = (what: string, causes: string[]) => trace.add({ type: 'users', region: 'internet', what, causes });
  return ({ at, good, why }: UserRequest): void => {
    if (!good) {
      failedId ??= tell(`users are not served: ${why}`, []);
      goodFromMs = undefined;
    } else if (failedId !== undefined) {
      goodFromMs ??= at;
      if (at - goodFromMs < SUSTAINED_MS) return;
      tell(`users are served again, since ${SUSTAINED_MS / 1000} s`, [failedId]);
      failedId = goodFromMs = undefined;
    }
  };
};

/** Reads and writes once. What the network loses on the way back was written, but nobody was told. */
const ask = (world: World, application: Application, resolve: Resolver, record: string, id: string): UserRequest => {
  const at = world.clock.now();
  const [host] = resolve(record, 'CNAME');
  const region = host === undefined ? undefined : application.regionOf(host);
  if (region === undefined) return { at, good: false, why: `${record} leads to ${host ?? 'nothing'}` };
  const silence = `no answer within ${PATIENCE_SECONDS} s`;
  if (!world.network.reaches('internet', region)) return { at, region, good: false, why: silence };
  const read = application.read(region);
  const outcome = read.good ? application.write(region, id) : read;
  if (!world.network.reaches(region, 'internet')) return { at, region, good: false, why: silence };
  if (outcome.good) return { at, region, good: true, wrote: id };
  return { at, region, good: false, ...(read.good ? { onlyRead: true } : {}), why: outcome.because };
};
