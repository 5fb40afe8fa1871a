import * as z from 'zod';
import { readAuthority } from '../authority/authority';
import { endRun, giveBack } from '../authority/leading';
import type { Replicas } from '../authority/replicas';
import { standingIn, type Standing } from '../authority/standing';
import { compose, type Closing, type Evidence } from '../evidence/compose';
import { lastRefusal } from '../evidence/last-refusal';
import { readLedger, type LedgerEntry } from '../evidence/ledger';
import { publishDuration } from '../evidence/publish-duration';
import { storeEvidence, storeReport } from '../evidence/store';
import { journeys } from '../plan/journeys';
import { move } from '../steps/step';
import { lambda, type Room } from './lambda';

const about = { journey: z.enum(journeys), run: z.string(), startedAt: z.iso.datetime(), signal: z.unknown() };

const closing = z.union([
  z.strictObject({
    ...about,
    outcome: z.enum(['moved', 'held', 'aborted', 'needs-a-person']),
    because: z.string(),
    move,
  }),
  z.strictObject({ ...about, outcome: z.enum(['completed', 'held', 'aborted']), because: z.string() }),
  z.strictObject({
    ...about,
    outcome: z.enum(['held', 'needs-a-person']),
    because: z.string(),
    continues: z.array(z.strictObject({ name: z.string(), region: z.string() })),
    findings: z.array(z.looseObject({ entry: z.string(), at: z.iso.datetime() })),
  }),
  z.strictObject({
    ...about,
    outcome: z.literal('refused'),
    fault: z.object({ Error: z.string(), Cause: z.string().optional() }),
  }),
]);

/** Ends the run's lock, whatever becomes of the rest, and writes its evidence from what can be read. */
const work = async (input: z.output<typeof closing>, room: Room) => {
  const { plan, here, outside } = room;
  const replicas = room.replicas('move' in input ? input.move.from : undefined);
  const unlessFault = async <T>(what: string, doing: Promise<T>, otherwise: T): Promise<T> =>
    doing.catch((fault: unknown) => {
      outside.log({ level: 'error', run: input.run, what, error: String(fault) });
      return otherwise;
    });
  if ('move' in input) {
    // A run that holds has done nothing, but its lead may have come through without an answer.
    const end =
      input.outcome === 'held' ? giveBack(replicas, input.move).then(() => undefined) : endRun(replicas, input.move);
    await unlessFault('the lock stays until it is found abandoned', end, undefined);
  }
  const [noted, after] = await Promise.all([
    unlessFault('the ledger cannot be read', readLedger(replicas, input.run), []),
    standingNow(replicas),
  ]);
  const entries = 'findings' in input ? [...noted, ...input.findings] : noted;
  const end = {
    region: here,
    endedAt: new Date(outside.clock.now()).toISOString(),
    ...describe(input, entries),
    ...after,
  };
  const evidence = compose(plan, end, entries);
  const bucket = room.variable('EVIDENCE_BUCKET');
  const stored = await storeEvidence(outside, bucket, here, evidence);
  // The page holds nothing that the evidence does not, so a run must not fail for want of it.
  await unlessFault('no page for people', storeReport(outside, bucket, here, evidence), '');
  const { rtoSeconds } = evidence.measured;
  if (rtoSeconds !== null) {
    await unlessFault('no duration published', publishDuration(outside, here, plan, rtoSeconds), undefined);
  }
  return answer(evidence, stored);
};

/** Evidence without it is better than none. */
const standingNow = async (replicas: Replicas): Promise<{ readonly after?: Standing }> => {
  const item = await readAuthority(replicas).catch(() => undefined);
  return item ? { after: standingIn(item) } : {};
};

/** A run that never began because its input was refused has changed nothing: it is aborted. */
const describe = (
  input: z.output<typeof closing>,
  entries: readonly LedgerEntry[],
): Omit<Closing, 'region' | 'endedAt'> => {
  const { journey, run, startedAt, signal } = input;
  const about = { journey, run, startedAt, signal };
  if (input.outcome === 'moved') {
    const { move } = input;
    const lost = move.lossBoundSeconds === undefined ? '' : `; at most ${move.lossBoundSeconds} s of writes were lost`;
    const because = `${move.to} serves in place of ${move.from} under epoch ${move.epoch}${lost}`;
    return { ...about, outcome: 'moved', because, move };
  }
  if (input.outcome !== 'refused') {
    const { outcome, because } = input;
    if ('move' in input) return { ...about, outcome, because, move: input.move };
    if ('continues' in input) return { ...about, outcome, because, continues: input.continues };
    return { ...about, outcome, because: outcome === 'aborted' ? (lastRefusal(entries) ?? because) : because };
  }
  const fault = { error: input.fault.Error, cause: messageOf(input.fault.Cause) };
  return { ...about, outcome: 'aborted', because: `nothing was changed: ${fault.cause}`, fault };
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

/** Only a person may decide, and none did: people could not be asked, or were silent. */
const isUndecided = (verdict: Readonly<Record<string, unknown>> | undefined): boolean =>
  verdict?.['says'] === 'ask' || verdict?.['isUnanswered'] === true;

const answer = ({ journey, outcome, because, fault, assessments }: Evidence, evidence: string) => ({
  journey,
  outcome,
  asks: outcome === 'held' && isUndecided(assessments.at(-1)),
  because,
  error: fault?.error ?? outcome,
  cause: fault?.cause ?? because,
  evidence,
});

export const { create, handler } = lambda('close', closing, work);
