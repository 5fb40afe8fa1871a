import { readReplay, showReplay } from '../../../rehearsal/soak/read-replay';
import { drawTrial } from '../../../rehearsal/soak/trial';
import { quickStart } from '../../quick-start';

const trial = drawTrial(2, [{ name: 'examples/quickstart/plan.yaml+observes', plan: quickStart() }]);

it('reads the trial that a command was printed for', () => {
  const command = showReplay(trial);
  expect(command).toMatch(/^npm run soak -- --replay '[^']+'$/);
  expect(readReplay(command.split("'")[1]!)).toEqual(trial);
});

it.each([
  ['no JSON', 'examples/quickstart/plan.yaml', 'expected object'],
  ['an unknown scenario', JSON.stringify({ ...trial, scenario: 'rain' }), 'scenario'],
  ['a fault that there is no more', JSON.stringify({ ...trial, spells: [{ fault: 'rain' }] }), 'spells[0].fault'],
])('refuses %s, and says where', (_, text, where) => {
  expect(() => readReplay(text)).toThrow(where);
});
