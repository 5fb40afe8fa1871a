import fc from 'fast-check';
import type { Json } from '../../../../rehearsal/asl/json';
import { compilePattern } from '../../../../rehearsal/aws/eventbridge/pattern';

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html

type Leaf = string | number | boolean | null;
type Scalars = Leaf | readonly Leaf[];
type Alternative = Leaf | { prefix: string } | { exists: boolean } | { 'anything-but': string | readonly string[] };

/** Few values, so that patterns and events meet. */
const leaf: fc.Arbitrary<Leaf> = fc.constantFrom<Leaf>('ALARM', 'ALL', 'OK', '', 1, 0, true, null);
const text = fc.constantFrom('ALARM', 'AL', 'OK', '');
const alternative: fc.Arbitrary<Alternative> = fc.oneof(
  leaf,
  fc.record({ prefix: text }),
  fc.record({ exists: fc.boolean() }),
  fc.record({ 'anything-but': fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 2 })) }),
);
const alternatives = fc.array(alternative, { minLength: 1, maxLength: 3 });
const FIELDS = ['source', 'state', 'reason'] as const;
const patterns = fc
  .dictionary(fc.constantFrom(...FIELDS), alternatives, { maxKeys: 3 })
  .filter((one) => Object.keys(one).length > 0);
const events = fc.dictionary(
  fc.constantFrom(...FIELDS),
  fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })) as fc.Arbitrary<Scalars>,
);

/** What the guide says of one alternative and of the values of a field; written without a look at the simulation. */
const fits = (wanted: Alternative, values: readonly Leaf[]): boolean => {
  if (wanted === null || typeof wanted !== 'object') return values.some((value) => value === wanted);
  if ('exists' in wanted) return wanted.exists ? values.length > 0 : values.length === 0;
  if ('prefix' in wanted)
    return values.some((value) => typeof value === 'string' && value.slice(0, wanted.prefix.length) === wanted.prefix);
  const excluded: readonly Leaf[] = [wanted['anything-but']].flat();
  return values.some((value) => excluded.every((one) => one !== value));
};

const model = (
  pattern: Readonly<Record<string, readonly Alternative[]>>,
  event: Readonly<Record<string, Scalars>>,
): boolean =>
  Object.entries(pattern).every(([field, wanted]) => {
    const found = Object.hasOwn(event, field) ? event[field] : [];
    const values = [found ?? null].flat() as Leaf[];
    return wanted.some((one) => fits(one, values));
  });

const matches = (pattern: object, event: object) => compilePattern(pattern as Json)(event as Json);
const RUNS = { numRuns: 500, seed: 1 };

it('matches as the guide says, on any event', () => {
  fc.assert(
    fc.property(patterns, events, (pattern, event) => {
      expect(matches(pattern, event)).toBe(model(pattern, event));
    }),
    RUNS,
  );
});

it('matches below a field as it does at the top', () => {
  fc.assert(
    fc.property(patterns, events, (pattern, event) => {
      expect(matches({ detail: pattern }, { detail: event })).toBe(matches(pattern, event));
    }),
    RUNS,
  );
});

it('matches more with one more alternative, and less with one more field', () => {
  fc.assert(
    fc.property(patterns, events, alternative, alternatives, (pattern, event, another, others) => {
      const [field, wanted] = Object.entries(pattern)[0]!;
      const wider = matches({ ...pattern, [field]: [...wanted, another] }, event);
      const narrower = matches({ ...pattern, id: others }, event);
      if (matches(pattern, event)) expect(wider).toBe(true);
      else expect(narrower).toBe(false);
    }),
    RUNS,
  );
});
