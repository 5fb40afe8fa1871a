import { modelledOperation, shapeNamed, type ServiceModel } from './service-model';

/** An input without one member that AWS requires. */
export interface Lacking {
  /** Such as `MetricData[0].MetricName`. */
  readonly lacks: string;
  readonly input: object;
}

/** Every input that lacks one required member of this valid one, at any depth; of lists and maps, in the first element. */
export const leaveOut = (model: ServiceModel, operation: string, input: object): readonly Lacking[] => {
  const shape = modelledOperation(model, operation).input?.shape;
  return shape === undefined ? [] : requiredIn(model, shape, input, []).map((path) => without(input, path));
};

type Path = readonly (string | number)[];

const requiredIn = (model: ServiceModel, shapeName: string, value: unknown, path: Path): readonly Path[] => {
  const { type, members = {}, required = [], member, value: mapped } = shapeNamed(model, shapeName);
  if (type === 'list' && member && Array.isArray(value) && value.length > 0)
    return requiredIn(model, member.shape, value[0], [...path, 0]);
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  if (type === 'map' && mapped)
    return entries.slice(0, 1).flatMap(([key, one]) => requiredIn(model, mapped.shape, one, [...path, key]));
  if (type !== 'structure') return [];
  return entries.flatMap(([name, one]) => [
    ...(required.includes(name) ? [[...path, name]] : []),
    ...requiredIn(model, members[name]?.shape ?? '', one, [...path, name]),
  ]);
};

const without = (input: object, path: Path): Lacking => ({ lacks: written(path), input: omit(input, path) as object });

/** The value without what is at the path; all else is shared, because a copied `Date` may be of another realm. */
const omit = (value: unknown, [key, ...rest]: Path): unknown => {
  if (Array.isArray(value)) return value.map((one, index) => (index === key ? omit(one, rest) : one));
  const entries = Object.entries(value as object);
  if (rest.length === 0) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(entries.map(([name, one]) => [name, name === key ? omit(one, rest) : one]));
};

const written = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);
