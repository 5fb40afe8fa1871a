import type { Definition, Machine, State } from './asl';
import { faultDiagram, wayDiagram } from './mermaid';
import { outlineOf } from './outline';

/** The page that shows every journey as diagrams, in Markdown. */
export const pageOf = (definitions: ReadonlyMap<string, Definition>): string =>
  [
    '# Journeys',
    '',
    'The state machines of the quick start’s plan, drawn from the definitions beside this page. `npm run definitions`',
    'writes all of them; `${fence}` stands for the published version of the function `fence` in the Region of the run.',
    'Every task is retried and caught: the way of a fault is in a diagram of its own.',
    ...[...definitions].flatMap(([journey, definition]) => journeyPart(journey, definition)),
    ...stepParts([...definitions.values()]),
    '',
  ].join('\n');

const journeyPart = (journey: string, definition: Definition): string[] => {
  const outline = outlineOf(definition);
  const minutes = (definition.TimeoutSeconds ?? 0) / 60;
  return [
    '',
    `## ${journey}`,
    '',
    `[${journey}.asl.json](${journey}.asl.json); a run ends after ${minutes} minutes at the latest.`,
    '',
    wayDiagram(outline),
    '',
    'After a fault:',
    '',
    faultDiagram(outline),
  ];
};

/** What Maps do with each of their items; those that do the same are drawn once. */
const stepParts = (definitions: readonly Definition[]): string[] => {
  const shapes = new Map<string, { machine: Machine; names: string[] }>();
  for (const [name, { ItemProcessor }] of definitions.flatMap(everyState)) {
    if (!ItemProcessor) continue;
    const machine = withoutName(ItemProcessor, name);
    const shape = outlineOf(machine);
    const key = JSON.stringify(shape);
    const known = shapes.get(key) ?? { machine, names: [] };
    shapes.set(key, { machine, names: [...known.names, name] });
  }
  return [...shapes.values()].flatMap(({ machine, names }) => {
    const outline = outlineOf(machine);
    return [
      '',
      `## A step of ${[...new Set(names)].join(', ')}`,
      '',
      wayDiagram(outline),
      '',
      'After a fault:',
      '',
      faultDiagram(outline),
    ];
  });
};

/** Those that stand for themselves or for a phase, in the order of a run, and those inside of them. */
const everyState = (machine: Machine): [string, State][] =>
  outlineOf(machine).nodes.flatMap(({ name }) => {
    const state = machine.States[name]!;
    const inner = [...(state.ItemProcessor ? [state.ItemProcessor] : []), ...(state.Branches ?? [])];
    return [[name, state] as [string, State], ...inner.flatMap(everyState)];
  });

/** `Fence: start` becomes `start`, so that the steps of all phases can be compared. */
const withoutName = (machine: Machine, name: string): Machine =>
  JSON.parse(JSON.stringify(machine).replaceAll(`"${name}: `, '"')) as Machine;
