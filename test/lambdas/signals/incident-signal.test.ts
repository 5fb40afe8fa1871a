import { parseIncidentSignal } from '../../../lambdas/signals/incident-signal';

const PLAN = {
  regions: [
    { name: 'us-east-1', share: 100 },
    { name: 'us-west-2', share: 0 },
  ],
};
const SINCE = '2026-01-06T09:00:00.000Z';
const parse = (input: unknown) => parseIncidentSignal(input, PLAN);

it('reads an observer’s call', () => {
  const down = [{ region: 'us-east-1', since: SINCE }];
  expect(parse({ observer: 'us-east-2', down })).toEqual({
    from: 'observer',
    down,
    because: 'the observer in us-east-2 sees no Region that serves',
  });
});

it('lets a person ask from the console', () => {
  expect(parse({ reason: 'nothing answers' })).toEqual({
    from: 'person',
    down: [],
    because: 'started by hand: nothing answers',
  });
});

it.each<[string, unknown, RegExp]>([
  ['a person without a reason', {}, /reason.*start it with \{"reason": "why"\}/s],
  ['text', 'help', /"help" is no input for an incident/],
  ['an unknown Region', { observer: 'us-east-2', down: [{ region: 'mars-1', since: SINCE }] }, /"mars-1" is no Region/],
  ['a time that is none', { observer: 'us-east-2', down: [{ region: 'us-east-1', since: 'now' }] }, /since/],
  ['an unknown field', { reason: 'why', force: true }, /force/],
])('S32 refuses %s, and says what is allowed', (_, input, message) => {
  expect(() => parse(input)).toThrow(
    expect.objectContaining({ name: 'InvalidSignal', message: expect.stringMatching(message) }),
  );
});
