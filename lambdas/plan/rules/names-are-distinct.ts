import type { Path, PlanRule, Problem } from '../problem';

/** Evidence, messages and effects know Regions, checks and resources by their names. */
export const namesAreDistinct: PlanRule = ({ regions, authority, checks, resources, signals }) => [
  ...repeated(regions.map(({ name }, at) => ({ name, path: ['regions', at, 'name'] }))),
  ...repeated(authority.regions.map((name, at) => ({ name, path: ['authority', 'regions', at] }))),
  ...repeated(checks.map(({ name }, at) => ({ name, path: ['checks', at, 'name'] }))),
  ...repeated(resources.map(({ name }, at) => ({ name, path: ['resources', at, 'name'] }))),
  ...repeated(
    signals.map(({ alarm, in: region, healthCheck }, at) => ({
      name: healthCheck ?? `${alarm} in ${region}`,
      path: ['signals', at],
    })),
  ),
];

const repeated = (named: readonly { readonly name: string; readonly path: Path }[]): readonly Problem[] =>
  named
    .filter(({ name }, at) => named.findIndex((other) => other.name === name) < at)
    .map(({ name, path }) => ({
      path,
      wrong: `"${name}" is here a second time`,
      allowed: 'each name once',
      fix: 'rename it or remove it',
    }));
