import fc from 'fast-check';
import { parse } from 'yaml';
import { parsePlan } from '../../../lambdas/plan/parse-plan';
import { parsePlanJson } from '../../../lambdas/plan/parse-plan-json';
import type { Plan } from '../../../lambdas/plan/plan';
import { PlanError } from '../../../lambdas/plan/plan-error';
import { quickstartText } from './spoilt';

type Path = readonly (string | number)[];
type Node = Readonly<Record<string | number, unknown>>;

const quickstart = parse(quickstartText) as Node;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every path of a tree, of its branches and its leaves. */
const pathsOf = (tree: unknown, path: Path = []): readonly Path[] => [
  path,
  ...(isNode(tree)
    ? Object.entries(tree).flatMap(([key, value]) => pathsOf(value, [...path, Array.isArray(tree) ? Number(key) : key]))
    : []),
];

const at = (tree: unknown, path: Path): unknown =>
  path.reduce<unknown>((found, key) => (isNode(found) ? found[key] : undefined), tree);

/** A tree with another value somewhere; undefined takes it out. */
const put = (tree: unknown, [key, ...rest]: Path, value: unknown): unknown => {
  if (key === undefined) return value;
  const branch: unknown = structuredClone(tree);
  (branch as Record<string | number, unknown>)[key] = put((tree as Node)[key], rest, value);
  return branch;
};

/** JSON is YAML too. */
const read = (tree: unknown): Plan | PlanError => {
  try {
    return parsePlan(JSON.stringify(tree) ?? '', 'plan.yaml');
  } catch (fault) {
    if (fault instanceof PlanError) return fault;
    throw fault;
  }
};

const somewhere = fc.constantFrom(...pathsOf(quickstart));
const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined)) as fc.Arbitrary<unknown>;

/** Says where, what and how to mend it, and points to something that is there, or that a part of it lacks. */
const isClear = (error: PlanError, tree: unknown): void => {
  expect(error.problems.length).toBeGreaterThan(0);
  for (const { path, wrong, allowed, fix } of error.problems) {
    expect([wrong, allowed, fix].every((text) => text.length > 0)).toBe(true);
    expect(error.message).toContain(
      path
        .map((key) => (typeof key === 'number' ? `[${key}]` : key))
        .join('.')
        .replaceAll('.[', '['),
    );
    expect(path.length < 2 || isNode(at(tree, path.slice(0, 1)))).toBe(true);
  }
  expect(error.message.split('\n')[0]).toMatch(/^plan\.yaml(:\d+:\d+)? /);
};

it('S32 makes a plan or a clear error of any JSON', () => {
  fc.assert(
    fc.property(anything, (tree) => {
      const made = read(tree);
      expect(made).toBeInstanceOf(PlanError);
      isClear(made as PlanError, tree);
    }),
    { numRuns: 8, seed: 1 },
  );
});

it('S32 makes a plan or a clear error of a plan in which anything stands anywhere', () => {
  fc.assert(
    fc.property(somewhere, anything, (path, value) => {
      const tree = put(quickstart, path, value);
      const made = read(tree);
      if (made instanceof PlanError) isClear(made, tree);
      else expect(parsePlanJson(JSON.stringify(made))).toEqual(made);
    }),
    { numRuns: 16, seed: 1 },
  );
});

it('S32 names the path of a value that cannot be there', () => {
  const leaves = pathsOf(quickstart).filter((path) => !isNode(at(quickstart, path)));
  fc.assert(
    fc.property(fc.constantFrom(...leaves), (path) => {
      const { problems } = read(put(quickstart, path, { unheardOf: true })) as PlanError;
      const branch = path.slice(0, -1).join('.');
      expect(problems.map((problem) => problem.path.join('.')).some((named) => named.startsWith(branch))).toBe(true);
    }),
    { numRuns: 10, seed: 1 },
  );
});

const seconds = (min: number, max: number) => fc.integer({ min, max }).map((count) => `${count}s`);

/** Values that a user may well choose, wherever they are accepted together. */
const choices = fc.record({
  application: fc.stringMatching(/^[a-z][a-z0-9]{2,8}$/),
  objectives: fc.record({ rto: seconds(600, 3_600), rpo: seconds(60, 900) }),
  mode: fc.constantFrom('observe', 'approve', 'automatic'),
  sustained: seconds(60, 180),
  lease: fc.record({ ttl: seconds(110, 240), renew: seconds(5, 20), margin: seconds(30, 60) }),
});

it('S32 gives back every plan that it accepts, whatever way it is written', () => {
  let accepted = 0;
  fc.assert(
    fc.property(choices, ({ application, objectives, mode, sustained, lease }) => {
      const tree = {
        ...quickstart,
        application,
        objectives,
        automation: { ...(quickstart['automation'] as Node), mode, sustained },
        authority: { ...(quickstart['authority'] as Node), lease },
      };
      const plan = read(tree);
      if (plan instanceof PlanError) return isClear(plan, tree);
      accepted++;
      expect(parsePlanJson(JSON.stringify(plan))).toEqual(plan);
      expect(read(Object.fromEntries(Object.entries(tree).reverse()))).toEqual(plan);
    }),
    { numRuns: 12, seed: 1 },
  );
  expect(accepted).toBeGreaterThan(3);
});
