import type { HttpAnswer, HttpRequest } from '../../lambdas/http';
import type { Check, Plan, Region } from '../../lambdas/plan/plan';
import type { Application, Outcome } from './application';
import { parsedUrl } from './parsed-url';

/** What the pages are made of. */
interface Behind {
  serves(region: Region): Outcome;
  write(region: Region, id: string): Outcome;
  has(region: Region, id: string): boolean;
}

/** The pages that the plan's checks ask for, under the host of each Region. */
export const createFrontEnd = (plan: Plan, behind: Behind): Pick<Application, 'regionOf' | 'serve'> => {
  const hosts = new Map(plan.regions.flatMap(({ name }) => hostsOf(plan, name).map((host) => [host, name] as const)));
  const pageAt = (region: Region, url: string): Check | undefined => {
    const pages = plan.checks.filter(({ kind }) => kind !== 'certificate');
    return pages.find((check) => inRegion(check.url, region).pathname === parsedUrl(url).pathname);
  };
  return {
    regionOf: (host) => hosts.get(host.toLowerCase().replace(/\.$/, '')),
    serve: (region, request) => {
      const page = pageAt(region, request.url);
      if (!page) return { status: 404, body: 'not found' };
      const method = page.kind === 'canary' ? 'POST' : 'GET';
      if (request.method !== method) return { status: 405, body: `only ${method} is allowed` };
      return page.kind === 'canary' ? canary(behind, region, request) : health(behind, region);
    },
  };
};

/** Where the checks and the records say that a Region's front end is. */
const hostsOf = ({ checks, resources }: Plan, region: Region): string[] => [
  ...checks.map(({ url }) => inRegion(url, region).hostname),
  ...resources.flatMap((resource) =>
    resource.kind === 'route53-records' ? [resource.value.replaceAll('{region}', region).toLowerCase()] : [],
  ),
];

const inRegion = (url: string, region: Region) => parsedUrl(url.replaceAll('{region}', region));

const health = ({ serves }: Behind, region: Region): HttpAnswer => {
  const outcome = serves(region);
  return outcome.good ? { status: 200, body: 'ok' } : { status: 503, body: outcome.because };
};

/** Writes the canary's value as a row, reads it back and tells the epoch of the gate under which it was written. */
const canary = (behind: Behind, region: Region, { body = '' }: Pick<HttpRequest, 'body'>): HttpAnswer => {
  const value = canaryOf(body);
  if (value === undefined) return { status: 400, body: 'the body must be {"canary":"<any text>"}' };
  const id = `canary ${value}`;
  const written = behind.write(region, id);
  if (!written.good) return { status: 503, body: written.because };
  if (!behind.has(region, id)) return { status: 503, body: 'the row cannot be read back' };
  return { status: 200, body: JSON.stringify({ canary: value, epoch: written.epoch }) };
};

const canaryOf = (body: string): string | undefined => {
  try {
    const { canary: value } = JSON.parse(body) as { canary?: unknown };
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
};
