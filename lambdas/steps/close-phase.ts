import * as z from 'zod';
import type { Plan } from '../plan/plan';
import { judgeFence } from './judge-fence';

/** How one item of a phase's Map ended: with progress, or with a fault that it caught itself. */
const result = z.object({
  step: z.object({ resource: z.string(), capability: z.string() }),
  progress: z.object({ says: z.enum(['done', 'pending', 'refused']), because: z.string() }).optional(),
  fault: z.object({ Error: z.string(), Cause: z.string().optional() }).optional(),
});

/** The results of a Map, or of several side by side. */
export const phaseResults = z.array(z.union([result, z.array(result)]));

/** The name that the state machine gives to the phase of the fences. */
const FENCE = 'Fence';

/** Judges a phase as the door of the next step will: a fence may be refused where something else is certain (S14). */
export const closePhase = (
  phase: string,
  results: z.output<typeof phaseResults>,
  { plan, fenceAttested }: { readonly plan: Plan; readonly fenceAttested?: string },
): { readonly ok: boolean; readonly because: string } => {
  const judged = judgePhase(phase, results);
  if (phase !== FENCE) return judged;
  const done = results
    .flat()
    .filter(({ progress, fault }) => fault === undefined && progress?.says === 'done')
    .map(({ step }) => step.resource);
  const { ok, because } = judgeFence(plan, done, fenceAttested);
  return { ok, because: judged.ok && ok ? judged.because : `${judged.because}; ${because}` };
};

/**
 * Whether every step of a phase is done, and if not, which is not and why. Too little capacity is told and does not stop a
 * move: a Region that serves slowly is better than none.
 */
export const judgePhase = (
  phase: string,
  results: z.output<typeof phaseResults>,
): { readonly ok: boolean; readonly because: string } => {
  const undone = results.flat().filter(({ progress, fault }) => fault !== undefined || progress?.says !== 'done');
  if (undone.length === 0) return { ok: true, because: `${phase}: all ${results.flat().length} steps are done` };
  const ok = undone.every(({ step }) => step.capability === 'scale');
  return { ok, because: `${phase}: ${undone.map(sayWhy).join('; ')}` };
};

const sayWhy = ({ step, progress, fault }: z.output<typeof result>): string =>
  fault ? `${step.resource} failed with ${fault.Error}` : `${step.resource}: ${progress?.because ?? 'no progress'}`;
