import { DefinitionFault } from '../faults';
import { truth, type Read } from '../fields';
import type { Json } from '../json';
import { find, look, path, type Data, type Path } from '../data/path';
import { instantOf } from '../data/timestamp';

/** Asks a question of what stands at a path. */
export type Test = (variable: Path, data: Data) => boolean;

type Comparable = string | number | boolean;
/** The value where it is of the kind, else undefined: then no comparison of that kind is true. */
type Kind = (value: Json) => Comparable | undefined;
type Holds = (left: Comparable, right: Comparable) => boolean;

const kinds = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Numeric: (value) => (typeof value === 'number' ? value : undefined),
  Timestamp: instantOf,
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
} satisfies Record<string, Kind>;

const equality: Readonly<Record<string, Holds>> = { Equals: (left, right) => left === right };

const order: Readonly<Record<string, Holds>> = {
  ...equality,
  LessThan: (left, right) => left < right,
  LessThanEquals: (left, right) => left <= right,
  GreaterThan: (left, right) => left > right,
  GreaterThanEquals: (left, right) => left >= right,
};

const comparisons = Object.entries(kinds).flatMap(([name, kind]) =>
  Object.entries(name === 'Boolean' ? equality : order).flatMap(([operator, holds]): [string, Read<Test>][] => [
    [`${name}${operator}`, withLiteral(kind, holds)],
    [`${name}${operator}Path`, withPath(kind, holds, `${name}${operator}Path`)],
  ]),
);

/**
 * Every comparison that a Choice rule may make, by field name. `StringMatches` is not simulated.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
export const comparators: Readonly<Record<string, Read<Test>>> = {
  ...Object.fromEntries(comparisons),
  IsPresent: asked((value) => value !== undefined, find),
  IsNull: asked((value) => value === null, variableOf),
  IsBoolean: asked((value) => typeof value === 'boolean', variableOf),
  IsNumeric: asked((value) => typeof value === 'number', variableOf),
  IsString: asked((value) => typeof value === 'string', variableOf),
  IsTimestamp: asked((value) => instantOf(value) !== undefined, variableOf),
};

function variableOf(variable: Path, data: Data): Json {
  return look(variable, data, 'Variable');
}

function compare(kind: Kind, holds: Holds, left: Json, right: Json): boolean {
  const [a, b] = [kind(left), kind(right)];
  return a !== undefined && b !== undefined && holds(a, b);
}

function withLiteral(kind: Kind, holds: Holds): Read<Test> {
  return (literal, where) => {
    if (kind(literal) === undefined) {
      throw new DefinitionFault(where, `${JSON.stringify(literal)} is not what this comparison compares with`);
    }
    return (variable, data) => compare(kind, holds, variableOf(variable, data), literal);
  };
}

function withPath(kind: Kind, holds: Holds, field: string): Read<Test> {
  return (value, where) => {
    const other = path(value, where);
    return (variable, data) => compare(kind, holds, variableOf(variable, data), look(other, data, field));
  };
}

function asked(
  is: (value: Json | undefined) => boolean,
  at: (variable: Path, data: Data) => Json | undefined,
): Read<Test> {
  return (value, where) => {
    const expected = truth(value, where);
    return (variable, data) => is(at(variable, data)) === expected;
  };
}
