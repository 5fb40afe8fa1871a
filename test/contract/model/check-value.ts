import { shapeNamed, type ServiceModel, type Shape } from './service-model';

/** What a value breaks of its shape, as sentences that begin with the member's path; empty where it fits. */
export const checkValue = (model: ServiceModel, shapeName: string, value: unknown, path: string): readonly string[] => {
  const shape = shapeNamed(model, shapeName);
  switch (shape.type) {
    case 'structure':
      return isRecord(value) ? checkStructure(model, shape, value, path) : [wrong(path, value, 'a structure')];
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((element, index) => checkValue(model, of(shape.member), element, `${path}[${index}]`))
        : [wrong(path, value, 'a list')];
    case 'map':
      return isRecord(value)
        ? Object.entries(value).flatMap(([key, one]) => [
            ...checkValue(model, of(shape.key), key, `${path}'s key`),
            ...checkValue(model, of(shape.value), one, `${path}.${key}`),
          ])
        : [wrong(path, value, 'a map')];
    default:
      return checkSimple(shape, value, path);
  }
};

const checkStructure = (
  model: ServiceModel,
  { members = {}, required = [], union = false }: Shape,
  value: Readonly<Record<string, unknown>>,
  path: string,
): readonly string[] => {
  const set = Object.entries(value).filter(([, one]) => one !== undefined);
  return [
    ...required.filter((name) => value[name] === undefined).map((name) => `${path}.${name} is required and missing`),
    ...(union && set.length !== 1 ? [`${path} sets ${set.length} members of a union; exactly one is allowed`] : []),
    ...set.flatMap(([name, one]) => {
      const member = members[name];
      return member
        ? checkValue(model, member.shape, one, `${path}.${name}`)
        : [`${path}.${name} is unknown to AWS; allowed are ${Object.keys(members).join(', ')}`];
    }),
  ];
};

const checkSimple = (shape: Shape, value: unknown, path: string): readonly string[] => {
  if (!isOfType(shape.type, value)) return [wrong(path, value, `a ${shape.type}`)];
  if (shape.enum && !shape.enum.includes(value as string)) return [wrong(path, value, shape.enum.join(' or '))];
  return [];
};

const isOfType = (type: Shape['type'], value: unknown): boolean => {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'long':
      return Number.isSafeInteger(value);
    case 'float':
    case 'double':
      return typeof value === 'number';
    case 'timestamp':
      return value instanceof Date && !Number.isNaN(value.getTime());
    case 'blob':
      return typeof value === 'string' || value instanceof Uint8Array || isStream(value);
    default:
      return false;
  }
};

/** Bodies of answers are streams that the SDK has given methods to. */
const isStream = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'transformToByteArray' in value;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const wrong = (path: string, value: unknown, allowed: string): string =>
  `${path} is ${JSON.stringify(value)}; AWS's model says ${allowed}`;

const of = (reference: { readonly shape: string } | undefined): string => reference?.shape ?? '';
