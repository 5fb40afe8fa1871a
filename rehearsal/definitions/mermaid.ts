import type { Edge, Node, Outline } from './outline';

/** A Mermaid state diagram of all that happens without a fault. https://mermaid.js.org/syntax/stateDiagram.html */
export const wayDiagram = ({ startsAt, nodes, edges, way }: Outline): string => {
  const met = nodes.filter(({ name }) => way.includes(name));
  const ways = edges.filter(({ from }) => way.includes(from));
  return diagram([...met.flatMap(stateLines), `[*] --> ${idOf(startsAt)}`, ...ways.map(edgeLine), ...endLines(met)]);
};

/** A Mermaid state diagram of where a run goes on after a fault, until it is back on a way of the other diagram. */
export const faultDiagram = ({ nodes, edges, faults, way }: Outline): string => {
  const after = [...faults, ...edges.filter(({ from }) => !way.includes(from))];
  const names = new Set(after.flatMap(({ from, to }) => [from, to]));
  const met = nodes.filter(({ name }) => names.has(name)).map(({ name, ends }) => ({ name, label: name, ends }));
  const ends = endLines(met.filter(({ name }) => !way.includes(name)));
  return diagram([...met.flatMap(stateLines), ...after.map(edgeLine), ...ends]);
};

const diagram = (lines: readonly string[]): string =>
  ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');

const stateLines = ({ name, label, inner }: Node): string[] => {
  if (!inner) return [`state "${label}" as ${idOf(name)}`];
  // A phase and its first state have the same name.
  const innerId = (state: string) => `${idOf(state)}_`;
  return [
    `state "${label}" as ${idOf(name)} {`,
    ...inner.nodes.map((node) => `  state "${node.label}" as ${innerId(node.name)}`),
    ...inner.edges.map(({ from, to, when }) => `  ${innerId(from)} --> ${innerId(to)}${labelled(when)}`),
    '}',
  ];
};

const edgeLine = ({ from, to, when }: Edge): string => `${idOf(from)} --> ${idOf(to)}${labelled(when)}`;

const endLines = (nodes: readonly Node[]): string[] =>
  nodes.filter(({ ends }) => ends).map(({ name }) => `${idOf(name)} --> [*]`);

const labelled = (when: string | undefined): string => (when === undefined ? '' : ` : ${when}`);

/** Mermaid's ids are words. */
const idOf = (name: string): string => name.replace(/\W+/g, '_');
