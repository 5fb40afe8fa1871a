import type { Json } from '../asl/json';
import { conditionHolds } from './conditions';
import { DeployFault } from './deploy-fault';
import { attributeOf, referTo, type Scope } from './scope';
import { substitute } from './substitute';

/** Stands for `AWS::NoValue`: whoever holds it leaves it out. */
type Resolved = Json | undefined;
type Intrinsic = (argument: Json, scope: Scope, where: string) => Resolved;

/**
 * Replaces every CloudFormation function in a value. `where` names stack, logical id and path for errors. A function
 * that is not simulated is a `DeployFault`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export const resolve = (value: Json, scope: Scope, where: string): Resolved => {
  if (Array.isArray(value)) {
    return value.map((item, at) => resolve(item, scope, `${where}.${at}`)).filter((item) => item !== undefined);
  }
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (first && entries.length === 1 && isFunction(first[0])) return call(first[0], first[1], scope, where);
  return Object.fromEntries(
    entries.flatMap(([key, item]) => {
      if (isFunction(key)) throw new DeployFault(where, `${key} stands beside other keys`);
      const resolved = resolve(item, scope, `${where}.${key}`);
      return resolved === undefined ? [] : [[key, resolved]];
    }),
  );
};

const isFunction = (key: string) => key === 'Ref' || key.startsWith('Fn::');

const call = (name: string, argument: Json, scope: Scope, where: string): Resolved => {
  const intrinsic = intrinsics[name];
  if (!intrinsic) throw new DeployFault(where, `${name} is not simulated`);
  return intrinsic(argument, scope, `${where}.${name}`);
};

const text = (value: Resolved, where: string): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new DeployFault(where, `${JSON.stringify(value)} is not a text`);
};

const list = (value: Resolved, where: string): readonly Json[] => {
  if (Array.isArray(value)) return value as readonly Json[];
  throw new DeployFault(where, `${JSON.stringify(value)} is not a list`);
};

const fixed = (argument: Json, length: number, where: string): readonly Json[] => {
  const items = list(argument, where);
  if (items.length === length) return items;
  throw new DeployFault(where, `takes ${length} arguments, not ${items.length}`);
};

const getAtt: Intrinsic = (argument, scope, where) => {
  const [name, attribute] = typeof argument === 'string' ? splitOnce(argument) : fixed(argument, 2, where);
  return attributeOf(scope, text(name, where), text(resolve(attribute ?? null, scope, where), where), where);
};

const splitOnce = (name: string): readonly string[] => [
  name.slice(0, name.indexOf('.')),
  name.slice(name.indexOf('.') + 1),
];

const join: Intrinsic = (argument, scope, where) => {
  const [separator, items] = fixed(argument, 2, where);
  const texts = list(resolve(items ?? null, scope, where), where).map((item) => text(item, where));
  return texts.join(text(separator, where));
};

const select: Intrinsic = (argument, scope, where) => {
  const [index, items] = fixed(argument, 2, where);
  const from = list(resolve(items ?? null, scope, where), where);
  const at = Number(text(resolve(index ?? null, scope, where), where));
  const selected = from[at];
  if (selected !== undefined) return selected;
  throw new DeployFault(where, `there is no item ${at} among ${from.length}`);
};

const split: Intrinsic = (argument, scope, where) => {
  const [separator, whole] = fixed(argument, 2, where);
  return text(resolve(whole ?? null, scope, where), where).split(text(separator, where));
};

const choose: Intrinsic = (argument, scope, where) => {
  const [condition, whenTrue, whenFalse] = fixed(argument, 3, where);
  const chosen = conditionHolds(text(condition, where), scope, where) ? whenTrue : whenFalse;
  return resolve(chosen ?? null, scope, where);
};

const findInMap: Intrinsic = (argument, scope, where) => {
  const keys = fixed(argument, 3, where).map((key) => text(resolve(key, scope, where), where));
  const [map = '', top = '', second = ''] = keys;
  const found = scope.template.Mappings[map]?.[top]?.[second];
  if (found !== undefined) return found;
  throw new DeployFault(where, `Mappings has no ${keys.join('.')}`);
};

const sub: Intrinsic = (argument, scope, where) => {
  const [pattern, variables] = typeof argument === 'string' ? [argument, {}] : fixed(argument, 2, where);
  const resolved = resolve(variables ?? {}, scope, where) as Readonly<Record<string, Json>>;
  return substitute(text(pattern, where), (name) => {
    const own = resolved[name];
    if (own !== undefined) return text(own, where);
    const [resource = '', attribute = ''] = splitOnce(name);
    if (name.includes('.')) return attributeOf(scope, resource, attribute, where);
    return text(referTo(scope, name, where), where);
  });
};

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope, where) => referTo(scope, text(argument, where), where),
  'Fn::GetAtt': getAtt,
  'Fn::Sub': sub,
  'Fn::Join': join,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::If': choose,
  'Fn::FindInMap': findInMap,
};
