import type { Machine, State } from './asl';
import { tellCondition } from './condition';

/** A state machine as people read it: the states of a phase stand together in one node. */
export interface Outline {
  readonly startsAt: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** Where a run goes on when a task or a phase has failed for good. */
  readonly faults: readonly Edge[];
  /** The nodes that a run can reach without a fault. */
  readonly way: readonly string[];
}

export interface Node {
  readonly name: string;
  readonly label: string;
  /** The states of a phase and the ways between them; absent for a single state. */
  readonly inner?: Pick<Outline, 'nodes' | 'edges'>;
  /** A run may end here. */
  readonly ends: boolean;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** The condition of a choice. */
  readonly when?: string;
}

/** Outlines a state machine: the state X and every `X: …` beside it are the phase X. */
export const outlineOf = ({ StartAt, States }: Machine): Outline => {
  const names = Object.keys(States);
  const phaseOf = (name: string): string => {
    const first = name.split(': ')[0]!;
    return first in States ? first : name;
  };
  const all = names.flatMap((name) => edgesOf(name, States[name]!));
  const nodeOf = (name: string): Node => {
    const members = names.filter((other) => phaseOf(other) === name);
    const single = singleNode(name, States[name]!);
    if (members.length === 1) return single;
    const within = ({ from, to }: Edge) => members.includes(from) && members.includes(to);
    return {
      ...single,
      label: name,
      inner: {
        nodes: reachable([name], all.filter(within)).map((member) => ({
          ...singleNode(member, States[member]!),
          label: labelOf(member, States[member]!).replace(`${name}: `, ''),
        })),
        edges: all.filter(within),
      },
    };
  };
  const between = (edges: readonly Edge[]): Edge[] => {
    const lifted = edges.map(({ from, to, ...when }) => ({ from: phaseOf(from), to: phaseOf(to), ...when }));
    return distinct(lifted.filter(({ from, to }) => from !== to));
  };
  const edges = between(all);
  const faults = between(names.flatMap((from) => (States[from]!.Catch ?? []).map(({ Next }) => ({ from, to: Next }))));
  const startsAt = phaseOf(StartAt);
  const way = reachable([startsAt], edges);
  const told = reachable(way, [...edges, ...faults]);
  return { startsAt, nodes: told.map(nodeOf), edges, faults, way };
};

/** What can be reached, in the order in which it is reached. */
const reachable = (from: readonly string[], edges: readonly Edge[]): string[] => {
  const reached = new Set(from);
  for (const name of reached) {
    for (const edge of edges) if (edge.from === name) reached.add(edge.to);
  }
  return [...reached];
};

const edgesOf = (from: string, { Next, Choices = [], Default }: State): Edge[] => [
  ...(Next === undefined ? [] : [{ from, to: Next }]),
  ...Choices.map((choice) => ({ from, to: choice.Next, when: tellCondition(choice) })),
  ...(Default === undefined ? [] : [{ from, to: Default, when: 'otherwise' }]),
];

const singleNode = (name: string, state: State): Node => ({
  name,
  label: labelOf(name, state),
  ends: /^(Succeed|Fail)$/.test(state.Type) || ('End' in state && state.End === true),
});

const labelOf = (name: string, { ItemsPath, ItemProcessor, Branches }: State): string => {
  if (ItemProcessor) return `${name}: each of ${(ItemsPath ?? '$').replace(/^\$\./, '')}, all at once`;
  if (Branches) return `${Branches.map(({ StartAt }) => StartAt).join(' and ')}, side by side`;
  return name;
};

const distinct = (edges: readonly Edge[]): Edge[] => [
  ...new Map(edges.map((edge) => [JSON.stringify(edge), edge])).values(),
];
