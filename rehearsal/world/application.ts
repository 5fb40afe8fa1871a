import type { HttpAnswer, HttpRequest } from '../../lambdas/http';
import type { Plan, Region, Resource } from '../../lambdas/plan/plan';
import type { Cloud } from '../aws/cloud';
import { createFrontEnd } from './application-front-end';
import { createStore } from './application-store';

/** The simulated AWS as far as the application lives in it. */
export type ApplicationCloud = Pick<Cloud, 'world' | 'rds' | 'ecs' | 'route53' | 'ssm' | 'secrets'>;

/** Whether a request of a user was served, and if not, why; a write carries the epoch of the gate that let it pass. */
export type Outcome =
  { readonly good: true; readonly epoch?: number } | { readonly good: false; readonly because: string };

/** The application that the plan protects, in every Region of its workload. It knows nothing of Understudy but the gate. */
export interface Application {
  /** The Region whose front end has this host name; undefined: none has. */
  regionOf(host: string): Region | undefined;
  /** Answers an HTTP request as the front end of a Region that lives. */
  serve(region: Region, request: Pick<HttpRequest, 'method' | 'url' | 'body'>): HttpAnswer;
  /** What users do with it. */
  read(region: Region): Outcome;
  write(region: Region, id: string): Outcome;
  /** Ids of acknowledged writes that no longer exist. */
  lost(): ReadonlySet<string>;
}

/** A standby Region runs this many warm tasks of each service, so that it need not start from nothing. */
const WARM_TASKS = 2;

/** Puts in place what stands before Understudy is deployed, and starts the application on it: it writes in `home`. */
export const createApplication = (
  plan: Plan,
  cloud: ApplicationCloud,
  slackWebhook: string,
  home: Region = plan.regions[0]!.name,
): Application => {
  const regions = [home, ...plan.regions.map(({ name }) => name).filter((name) => name !== home)];
  for (const resource of plan.resources) adopt(resource, regions, cloud);
  for (const [zone, name] of zonesOf(plan)) cloud.route53.adoptZone(zone, name);
  const { slack } = plan.notify;
  if (slack) for (const region of regions) cloud.secrets.adopt(region, slack.secret, slackWebhook);

  const store = createStore(plan, cloud);
  const services = plan.resources.filter((resource) => resource.kind === 'ecs-service');
  /** One running task serves everybody: how many tasks a load needs is the plan's business, not simulated. */
  const serves = (region: Region): Outcome => {
    const down = services.find(({ cluster, service }) => cloud.ecs.running(region, cluster, service) === 0);
    return down ? { good: false, because: `${down.name} runs no task in ${region}` } : { good: true };
  };
  const write = (region: Region, id: string): Outcome => {
    if (cloud.world.faults.writeFails?.(region)) return { good: false, because: `${region} refuses this write` };
    const front = serves(region);
    return front.good ? store.write(region, id) : front;
  };
  return {
    ...createFrontEnd(plan, { serves, write, has: store.has }),
    read: serves,
    write,
    lost: store.lost,
  };
};

const adopt = (resource: Resource, regions: readonly Region[], { rds, ecs }: ApplicationCloud): void => {
  switch (resource.kind) {
    case 'aurora-global':
      return rds.adopt(resource.globalCluster, resource.clusters, regions[0] ?? '');
    case 'ecs-service':
      return regions.forEach((region, index) =>
        ecs.adopt(region, resource.cluster, resource.service, index === 0 ? resource.tasks : WARM_TASKS),
      );
    case 'gate-parameter':
    case 'route53-records':
      // Understudy creates them.
      return;
  }
};

/** The plan knows the ids of its zones only: a zone's name is the shortest name above its records. */
const zonesOf = ({ resources, witness }: Plan): ReadonlyMap<string, string> => {
  const zones = new Map<string, string>();
  const records = resources.filter((resource) => resource.kind === 'route53-records');
  for (const { zone, record } of [...records, ...(witness ? [witness] : [])]) {
    const above = record.replace(/^[^.]+\./, '');
    const known = zones.get(zone) ?? above;
    zones.set(zone, above.length < known.length ? above : known);
  }
  return zones;
};
