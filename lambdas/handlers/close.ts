import * as z from 'zod';
import { endRun } from '../authority/lead';
import { compose, type Closing, type Evidence } from '../evidence/compose';
import { readLedger } from '../evidence/ledger';
import { publishDuration } from '../evidence/publish-duration';
import { storeEvidence } from '../evidence/store';
import { move } from '../steps/step';
import { lambda, type Room } from './lambda';

const about = { run: z.string(), startedAt: z.iso.datetime(), signal: z.unknown() };

const closing = z.union([
  z.strictObject({
    ...about,
    outcome: z.enum(['moved', 'held', 'aborted', 'needs-a-person']),
    because: z.string(),
    move,
  }),
  z.strictObject({
    ...about,
    outcome: z.literal('refused'),
    fault: z.object({ Error: z.string(), Cause: z.string().optional() }),
  }),
]);

/** Writes the run's evidence, then ends its lock. */
const work = async (input: z.output<typeof closing>, room: Room) => {
  const { plan, here, outside } = room;
  const replicas = room.replicas('move' in input ? input.move.from : undefined);
  const entries = await readLedger(replicas, input.run);
  const end = { region: here, endedAt: new Date(outside.clock.now()).toISOString(), ...describe(input) };
  const evidence = compose(plan, end, entries);
  const stored = await storeEvidence(outside, room.variable('EVIDENCE_BUCKET'), here, evidence);
  if (evidence.measured.rtoSeconds !== null) await publishDuration(outside, here, plan, evidence.measured.rtoSeconds);
  if ('move' in input) await endRun(replicas, input.move);
  return answer(evidence, stored);
};

/** A run that never began because its input was refused has changed nothing: it is aborted. */
const describe = (input: z.output<typeof closing>): Omit<Closing, 'region' | 'endedAt'> => {
  const { run, startedAt, signal } = input;
  if (input.outcome === 'moved') {
    const { move } = input;
    const lost = move.lossBoundSeconds === undefined ? '' : `; at most ${move.lossBoundSeconds} s of writes were lost`;
    const because = `${move.to} serves in place of ${move.from} under epoch ${move.epoch}${lost}`;
    return { run, startedAt, signal, outcome: 'moved', because, move };
  }
  if (input.outcome !== 'refused')
    return { run, startedAt, signal, outcome: input.outcome, because: input.because, move: input.move };
  const fault = { error: input.fault.Error, cause: messageOf(input.fault.Cause) };
  return { run, startedAt, signal, outcome: 'aborted', because: `nothing was changed: ${fault.cause}`, fault };
};

/** Lambda's faults arrive as JSON text with `errorMessage`. https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html */
const messageOf = (cause: string | undefined): string => {
  const parsed = z.object({ errorMessage: z.string() }).safeParse(parseJson(cause));
  return parsed.success ? parsed.data.errorMessage : (cause ?? 'no cause was given');
};

const parseJson = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};

const answer = ({ outcome, because, fault }: Evidence, evidence: string) => ({
  outcome,
  because,
  error: fault?.error ?? outcome,
  cause: fault?.cause ?? because,
  evidence,
});

export const { create, handler } = lambda('close', closing, work);
