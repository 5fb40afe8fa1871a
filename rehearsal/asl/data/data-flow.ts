import type { Fields, Read } from '../fields';
import type { Json } from '../json';
import { look, path, type Data } from './path';
import { withinLimit } from './payload-limit';
import { template } from './payload-template';
import { put, resultPath } from './result-path';

/** What a state makes of its raw input before it works, and of its result afterwards. */
export interface DataFlow {
  /** InputPath, then Parameters. */
  enter(raw: Json, context: Json): Json;
  /** ResultSelector, then ResultPath on the raw input, then OutputPath. */
  leave(raw: Json, result: Json, context: Json): Json;
}

/**
 * Reads the fields that shape a state's data: InputPath and OutputPath, which every such state has, and those named.
 * https://states-language.net/spec.html#filters
 */
export const dataFlow = (
  fields: Fields,
  has: readonly ('Parameters' | 'ResultSelector' | 'ResultPath')[] = [],
): DataFlow => {
  const inputPath = fields.optional('InputPath', selection('InputPath'));
  const outputPath = fields.optional('OutputPath', selection('OutputPath'));
  const parameters = has.includes('Parameters') ? fields.optional('Parameters', template) : undefined;
  const selector = has.includes('ResultSelector') ? fields.optional('ResultSelector', template) : undefined;
  const target = has.includes('ResultPath') ? fields.optional('ResultPath', resultPath) : undefined;
  return {
    enter: (raw, context) => {
      const selected = inputPath ? inputPath({ input: raw, context }) : raw;
      return withinLimit(parameters ? parameters({ input: selected, context }) : selected, 'input');
    },
    leave: (raw, result, context) => {
      const whole = withinLimit(result, 'result');
      const selected = selector ? selector({ input: whole, context }) : whole;
      const merged = put(target === undefined ? [] : target, raw, selected);
      return withinLimit(outputPath ? outputPath({ input: merged, context }) : merged, 'output');
    },
  };
};

/** InputPath or OutputPath; null means an empty object. */
const selection =
  (field: string): Read<(data: Data) => Json> =>
  (value, where) => {
    if (value === null) return () => ({});
    const from = path(value, where);
    return (data) => look(from, data, field);
  };
