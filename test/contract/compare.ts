import { isDeepStrictEqual } from 'node:util';
import type { Step } from './contract-case';
import type { Outcome } from './send';

/** Where the two sides part on a step, beyond what the case says of it; empty where all is as written. */
export const compare = (step: Step, simulated: Outcome, moto: Outcome): readonly string[] => {
  const { differs } = step;
  if (!differs) return partings(step, simulated, moto);
  const expected = differs.moto;
  if (expected === 'no such operation')
    return isGap(moto) ? [] : [`moto knows ${step.operation} now (${told(moto)}); compare it`];
  if (partings(step, simulated, moto).length === 0)
    return [`moto answers as the simulation does now (${told(moto)}); delete the difference`];
  if (expected === 'success') return 'output' in moto ? [] : [`moto answers ${told(moto)}; the case says success`];
  if ('error' in expected)
    return 'error' in moto && moto.error === expected.error
      ? []
      : [`moto answers ${told(moto)}; the case says ${expected.error}`];
  return partings({ ...step, lacking: expected.members }, simulated, moto);
};

/** Moto answers operations that it lacks with an HTTP 500 page. */
const isGap = (outcome: Outcome): boolean => 'error' in outcome && (outcome.status ?? 0) >= 500;

const told = (outcome: Outcome): string => ('error' in outcome ? outcome.error : JSON.stringify(outcome.output));

type Compared = Pick<Step, 'operation' | 'varies'> & { readonly lacking?: readonly string[] };

const partings = (step: Compared, simulated: Outcome, moto: Outcome): readonly string[] => {
  if ('error' in simulated || 'error' in moto) {
    const same = 'error' in simulated && 'error' in moto && simulated.error === moto.error;
    return same ? [] : [`the simulation answers ${told(simulated)}, moto ${told(moto)}`];
  }
  return differences(step, simulated.output, moto.output, '');
};

/** Members that the simulation answers and moto does not, or not with that value; moto may know more members. */
const differences = (step: Compared, simulated: unknown, moto: unknown, path: string): readonly string[] => {
  if (simulated === undefined || step.lacking?.includes(path)) return [];
  if (typeOf(simulated) !== typeOf(moto))
    return [`${path || 'the answer'} is ${typeOf(simulated)} here and ${typeOf(moto)} on moto`];
  if (Array.isArray(simulated) && Array.isArray(moto)) {
    if (simulated.length !== moto.length && !step.varies.includes(path))
      return [`${path} has ${simulated.length} elements here and ${moto.length} on moto`];
    return simulated.flatMap((one, index) =>
      index < moto.length ? differences(step, one, moto[index], `${path}[]`) : [],
    );
  }
  if (typeOf(simulated) === 'a structure') {
    return Object.entries(simulated as object).flatMap(([name, one]) =>
      differences(step, one, (moto as Record<string, unknown>)[name], path ? `${path}.${name}` : name),
    );
  }
  if (simulated instanceof Date || step.varies.includes(path) || isDeepStrictEqual(simulated, moto)) return [];
  return [`${path} is ${JSON.stringify(simulated)} here and ${JSON.stringify(moto)} on moto`];
};

const typeOf = (value: unknown): string => {
  if (value === undefined || value === null) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a timestamp';
  return typeof value === 'object' ? 'a structure' : `a ${typeof value}`;
};
