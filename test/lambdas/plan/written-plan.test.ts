import { planJsonSchema } from '../../../lambdas/plan/written-plan';

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly oneOf?: readonly Node[];
  readonly additionalProperties?: unknown;
}

/** Every mapping's fields, by their paths. */
const fields = (node: Node, path = ''): readonly (readonly [string, Node])[] => [
  ...Object.entries(node.properties ?? {}).flatMap(([key, field]) => [
    [`${path}${key}`, field] as const,
    ...fields(field, `${path}${key}.`),
  ]),
  ...(node.items ? fields(node.items, path) : []),
  ...(node.oneOf ?? []).flatMap((option) => fields(option, path)),
];

const all = fields(planJsonSchema() as Node);

it('tells editors what every field means', () => {
  expect(all.filter(([, { description }]) => !description).map(([path]) => path)).toEqual([]);
});

it('knows no field with a unit in its name, because durations carry their unit', () => {
  const paths = all.map(([path]) => path);
  expect(paths.filter((path) => path.endsWith('Seconds'))).toEqual([]);
  expect(paths).toEqual(
    expect.arrayContaining(['objectives.rto', 'authority.lease.ttl', 'checks.timeout', 'resources.ttl']),
  );
});

it('lets no mapping have fields that it does not name', () => {
  const open = all.filter(([, { properties, additionalProperties }]) => properties && additionalProperties !== false);
  expect(open.map(([path]) => path)).toEqual([]);
});
