import { promotionsIn } from './promotions';
import { authorityAt, clockTime, type Invariant, type Recording } from './recording';

/**
 * I5: nothing is promoted before every gate of another Region has closed, by the world's clock; or, where the plan has no
 * gate, before everything that its fences name has stopped, unless the plan or a person answers for it.
 */
export const noPromotionWithoutAFence: Invariant = {
  id: 'I5',
  check: (recording) =>
    promotionsIn(recording).flatMap(({ atMs, region, target, run }) => {
      const what = `${target} was promoted at ${clockTime(atMs)}`;
      const open = recording.words.attested.includes(run)
        ? []
        : recording.gates.filter((gate) => gate.region !== region && gate.atMs <= atMs && gate.untilMs > atMs);
      return [
        ...open.map((gate) => `${what}, and the gate of ${gate.region} was open until ${clockTime(gate.untilMs)}`),
        ...(hasGate(recording) || isAnsweredFor(recording, run)
          ? []
          : unfenced(recording, atMs).map((why) => `${what}, and ${why}`)),
      ];
    }),
};

const hasGate = ({ plan }: Recording): boolean => plan.resources.some(({ kind }) => kind === 'gate-parameter');

const isAnsweredFor = ({ plan, words }: Recording, run: string): boolean =>
  plan.automation.acceptSplitBrainRisk !== undefined || words.attested.includes(run);

/** What could still write in the Region that was left. */
const unfenced = (recording: Recording, atMs: number): string[] => {
  const from = authorityAt(recording, atMs)?.run?.from;
  const seen = recording.writers.filter((writer) => writer.atMs <= atMs && writer.region === from);
  if (seen.length === 0) return ['the plan has nothing that stops the old writers'];
  const lastLookMs = seen.at(-1)?.atMs;
  return seen
    .filter(({ atMs: lookedMs, canWrite }) => lookedMs === lastLookMs && canWrite)
    .map(({ resource, region }) => `what ${resource} should stop in ${region} still wrote`);
};
