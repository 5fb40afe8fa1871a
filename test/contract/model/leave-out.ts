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

const without = (input: object, path: Path): Lacking => {
  const copy = structuredClone(input);
  const parent = path.slice(0, -1).reduce((place, key) => place[key] as Place, copy as Place);
  delete parent[path.at(-1) ?? ''];
  return { lacks: written(path), input: copy };
};

type Place = Record<string | number, unknown>;

const written = (path: Path): string =>
  path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('').slice(1);
