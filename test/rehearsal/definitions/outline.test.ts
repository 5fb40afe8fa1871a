import { outlineOf } from '../../../rehearsal/definitions/outline';
import { faultDiagram, wayDiagram } from '../../../rehearsal/definitions/mermaid';

const steps = { StartAt: 'Step', States: { Step: { Type: 'Succeed' } } };
const outline = outlineOf({
  StartAt: 'Fence',
  States: {
    'Fence: all done?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.phase.ok', BooleanEquals: true, Next: 'Moved' }],
      Default: 'Undo',
    },
    Fence: {
      Type: 'Map',
      ItemsPath: '$.steps',
      ItemProcessor: steps,
      Next: 'Fence: all done?',
      Catch: [{ Next: 'Undo' }],
    },
    Undo: { Type: 'Task', Next: 'Not moved', Catch: [{ Next: 'Ask a person' }] },
    'Ask a person': { Type: 'Task', Next: 'Not moved' },
    Moved: { Type: 'Succeed' },
    'Not moved': { Type: 'Fail' },
  },
});

it('takes a state and those named after it for one phase, and lets its ways begin at the phase', () => {
  expect(outline.nodes.map(({ name }) => name)).toEqual(['Fence', 'Moved', 'Undo', 'Not moved', 'Ask a person']);
  expect(outline.nodes[0]!.inner!.nodes.map(({ label }) => label)).toEqual(['each of steps, all at once', 'all done?']);
  expect(outline.edges).toContainEqual({ from: 'Fence', to: 'Moved', when: 'phase.ok' });
});

it('draws the ways without faults, down to the ends', () => {
  expect(wayDiagram(outline).split('\n')).toEqual([
    '```mermaid',
    'stateDiagram-v2',
    '  state "Fence" as Fence {',
    '    state "each of steps, all at once" as Fence_',
    '    state "all done?" as Fence_all_done__',
    '    Fence_ --> Fence_all_done__',
    '  }',
    '  state "Moved" as Moved',
    '  state "Undo" as Undo',
    '  state "Not moved" as Not_moved',
    '  [*] --> Fence',
    '  Fence --> Moved : phase.ok',
    '  Fence --> Undo : otherwise',
    '  Undo --> Not_moved',
    '  Moved --> [*]',
    '  Not_moved --> [*]',
    '```',
  ]);
});

it('draws faults apart, until a run is back on its way', () => {
  expect(faultDiagram(outline)).toContain('Fence --> Undo\n  Undo --> Ask_a_person\n  Ask_a_person --> Not_moved');
  expect(faultDiagram(outline)).not.toContain('Moved --> [*]');
});
