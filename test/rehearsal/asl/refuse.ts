import { parseDefinition } from '../../../rehearsal/asl/definition';
import type { Json } from '../../../rehearsal/asl/json';

/** Something wrong in a definition of the machine `failover`, and what its error says. */
export type Refusal = readonly [what: string, definition: object | string, message: string];

/** Tests that definitions are refused, each by a `DefinitionFault` that names the place. */
export const refuses = (source: string, refusals: readonly Refusal[]): void => {
  describe(source, () => {
    it.each(refusals)('refuses %s', (_, definition, message) => {
      const parse = () => parseDefinition(definition as Json, 'failover');
      expect(parse).toThrow(expect.objectContaining({ name: 'DefinitionFault' }));
      expect(parse).toThrow(message);
    });
  });
};

/** A machine of two states, `One` and `Two`, of which the second is a plain Pass. */
export const two = (one: object) => ({ StartAt: 'One', States: { One: one, Two: PASS } });

export const PASS = { Type: 'Pass', End: true };
export const SPEC = 'https://states-language.net/spec.html';
export const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg';
