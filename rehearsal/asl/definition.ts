import { DefinitionFault } from './faults';
import { object, oneOf, text, wholeNumber } from './fields';
import type { Json } from './json';
import { machineOf } from './machine';
import { jsonPathOnly } from './query-language';
import type { Machine } from './state';

/** A state machine's definition, checked and ready to run. */
export interface Definition {
  readonly machine: Machine;
  readonly timeoutSeconds?: number | undefined;
}

/**
 * Reads a definition in the Amazon States Language, JSONPath mode. `where` is the machine's name, with which every error
 * begins. Throws `DefinitionFault` for whatever the interpreter does not know: it never runs half a definition.
 * https://states-language.net/spec.html
 */
export const parseDefinition = (definition: Json, where: string): Definition =>
  object((fields) => {
    jsonPathOnly(fields);
    fields.optional('Comment', text);
    fields.optional('Version', oneOf('1.0'));
    const timeoutSeconds = fields.optional('TimeoutSeconds', wholeNumber(1));
    return { machine: machineOf(fields, new Set()), timeoutSeconds };
  })(typeof definition === 'string' ? fromText(definition, where) : definition, where);

const fromText = (definition: string, where: string): Json => {
  try {
    return JSON.parse(definition) as Json;
  } catch (error) {
    throw new DefinitionFault(where, `the definition is not JSON: ${(error as Error).message}`);
  }
};
