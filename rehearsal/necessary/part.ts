/** A part of a template that can be deleted by itself: a resource, one of its attributes, or anything in its properties. */
export interface Part {
  readonly stack: string;
  readonly type: string;
  /** From the top of the template. */
  readonly path: readonly (string | number)[];
  /** What stands there, for people and for patterns, as JSON. */
  readonly text: string;
  /** The parts inside of it. */
  readonly parts: readonly Part[];
}

/** A template as JSON, as far as its parts are concerned. */
export interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: object; readonly [attribute: string]: unknown }>
  >;
}

/** Every resource of a template with the parts inside of it. What is not a resource is CDK's own. */
export const partsOf = (stack: string, { Resources }: Template): Part[] =>
  Object.entries(Resources).map(([id, resource]) => {
    const { Type: type, Properties = {}, ...attributes } = resource;
    const partAt = (path: Part['path'], value: unknown, members: readonly Member[]): Part => ({
      stack,
      type,
      path,
      text: JSON.stringify(value),
      parts: members.map(([inner, member]) => partAt(inner, member, membersOf(inner, member))),
    });
    const path = ['Resources', id];
    // All properties together are the resource itself.
    const members = [...entriesOf(path, attributes), ...entriesOf([...path, 'Properties'], Properties)];
    return partAt(path, resource, members);
  });

/** The same resources with nothing inside of them but the statements of their policies: what the app allows and makes. */
export const withStatementsOnly = (resources: readonly Part[]): Part[] =>
  resources.map((resource) => ({ ...resource, parts: statementsIn(resource.parts) }));

const statementsIn = (parts: readonly Part[]): Part[] =>
  parts.flatMap((part) => statementOf(part) ?? statementsIn(part.parts));

/** A list of statements is its statements; one of a single statement is that one. */
const statementOf = ({ parts, ...list }: Part): Part[] | undefined => {
  if (list.path.at(-1) !== 'Statement') return undefined;
  const each = parts.filter(({ path }) => path.length === list.path.length + 1 && typeof path.at(-1) === 'number');
  return (each.length > 0 ? each : [{ ...list, parts }]).map((statement) => ({ ...statement, parts: [] }));
};

/** How many parts there are in all, the inner ones included. */
export const countParts = (parts: readonly Part[]): number =>
  parts.reduce((sum, { parts: inner }) => sum + 1 + countParts(inner), 0);

/** Such as `us-west-2/takeoverfence1A2B3C AWS::Lambda::Function Environment.Variables.TABLE`. */
export const nameOf = ({ stack, type, path }: Part): string => `${stack}/${path[1]} ${type} ${placeOf(path)}`.trim();

/** Where in its resource a part stands, such as `Policies[0].PolicyDocument`; empty for the resource. */
export const placeOf = (path: Part['path']): string =>
  path
    .slice(path[2] === 'Properties' ? 3 : 2)
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');

type Member = readonly [path: Part['path'], value: unknown];

/** A list or an object of one is that one: deleting either leaves as much. */
const membersOf = (path: Part['path'], value: unknown): Member[] => {
  if (isWhole(value) || isTags(path)) return [];
  const members = entriesOf(path, value as object);
  return members.length === 1 ? membersOf(...members[0]!) : members;
};

const entriesOf = (path: Part['path'], value: object): Member[] =>
  Object.entries(value).map(([key, member]) => [[...path, Array.isArray(value) ? Number(key) : key], member]);

/** Texts, numbers, and CloudFormation's functions cannot do with less. */
const isWhole = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  const keys = Object.keys(value);
  return keys.length === 1 && /^(Ref$|Fn::)/.test(keys[0]!);
};

const isTags = (path: Part['path']): boolean => /^(\w*Tags)$/.test(String(path.at(-1)));
