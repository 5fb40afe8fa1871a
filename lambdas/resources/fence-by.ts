import type * as z from 'zod';
import { bestEffort, critical, type CallLimits } from '../aws';
import type { Outside } from '../outside';
import type { Region } from '../plan/plan';
import { done, pending, refused, type Acting, type Before, type Kind, type Progress, type Readiness } from './kind';
import { orFault, sayFault } from './or-fault';
import { STALE_SECONDS } from './stale';
import { unfenceBy } from './unfence-by';

/** How something that writes stands in a Region. */
export interface Stand<B extends Before> {
  /** Nothing new can write through it. */
  readonly closed: boolean;
  /** What had begun to write before and still goes on, in words; absent: nothing that can be seen. */
  readonly stillBusy?: string;
  /** For this many seconds after it was closed, what nobody can see may go on. */
  readonly drainSeconds: number;
  /** What would have to be put back. */
  readonly now: B;
  /** A part of a sentence: `web/worker wants 0 tasks and runs 2`. */
  readonly because: string;
}

/** One way to stop what writes in a Region. */
export interface Fencing<R, B extends Before> {
  /** What the ledger gives back to `reopen`. */
  readonly before: z.ZodType<B>;
  /** Only reads. */
  look(resource: R, at: Place): Promise<Stand<B>>;
  close(resource: R, now: B, at: Place): Promise<void>;
  reopen(resource: R, before: B, at: Place): Promise<void>;
}

/** Where a fence looks or acts; the limits say whether anybody waits for the answer (S20, S22). */
export interface Place {
  readonly region: Region;
  readonly limits: CallLimits;
  readonly outside: Outside;
}

/** No move waits longer than this for the help of the Region that it leaves: a fence that is not confirmed is refused. */
const DEADLINE_SECONDS = 60;

/** A step's function answers within this time, so what its `start` closed was closed by then. */
const START_SECONDS_MAX = 25;

/**
 * Makes a fence of a way to stop writers: closed in the old Region by calls that may fail (S22), confirmed only by looking
 * again after what was under way has ended (S14), and taken back as it was (S28).
 */
export const fenceBy = <R extends { readonly name: string }, B extends Before>(
  way: Fencing<R, B>,
): Required<Pick<Kind<R>, 'readiness' | 'fence' | 'unfence'>> => ({
  fence: fenceOf(way),
  unfence: unfenceBy(way),
  readiness: readinessOf(way),
});

const fenceOf = <R extends { readonly name: string }, B extends Before>(way: Fencing<R, B>): Acting<R> => ({
  deadlineSeconds: DEADLINE_SECONDS,
  async start(resource, { from }, { outside, aboutToAct, startedAt }) {
    const at = { region: from, limits: bestEffort(from), outside };
    const stand = await orFault(way.look(resource, at));
    if (stand instanceof Error) return notPossible(resource, from, stand);
    if (stand.closed) return told(resource, stand, at, startedAt);
    await aboutToAct(stand.now);
    const closing = await orFault(way.close(resource, stand.now, at));
    if (closing instanceof Error) return notPossible(resource, from, closing);
    const after = await orFault(way.look(resource, at));
    return after instanceof Error ? unseen(resource, from, after) : told(resource, after, at, startedAt);
  },
  async poll(resource, { from }, { outside, startedAt }) {
    const at = { region: from, limits: bestEffort(from), outside };
    const stand = await orFault(way.look(resource, at));
    return stand instanceof Error ? unseen(resource, from, stand) : told(resource, stand, at, startedAt);
  },
});

const told = <B extends Before>(
  { name }: { readonly name: string },
  { closed, stillBusy, drainSeconds, because }: Stand<B>,
  { region, outside }: Place,
  startedAt: string,
): Progress => {
  if (!closed) return pending(`${name} in ${region} is not closed yet: ${because}`);
  if (stillBusy !== undefined) return pending(`${name} in ${region} is closed and drains: ${stillBusy}`);
  const leftSeconds = (seconds: number) =>
    Math.ceil((Date.parse(startedAt) + seconds * 1000 - outside.clock.now()) / 1000);
  const drainsSeconds = drainSeconds === 0 ? 0 : leftSeconds(START_SECONDS_MAX + drainSeconds);
  if (drainsSeconds > 0)
    return pending(`${name} in ${region} is closed; what had begun may go on for ${drainsSeconds} s`);
  const staleSeconds = leftSeconds(STALE_SECONDS);
  if (staleSeconds > 0)
    return pending(`${name} in ${region} is said to be closed, which may be old news for ${staleSeconds} s`);
  return done(`${name} in ${region} is closed and drained: ${because}`);
};

const notPossible = ({ name }: { readonly name: string }, region: Region, fault: Error): Progress =>
  refused(`not possible: ${name} in ${region} cannot be closed (${sayFault(fault)})`);

/** Asked for, and nobody knows yet whether it is so. */
const unseen = ({ name }: { readonly name: string }, region: Region, fault: Error): Progress =>
  pending(`${name} in ${region} was told to close, and cannot be looked at (${sayFault(fault)})`);

/** A Region in which a fence still stands cannot take over: what writes there is off (S18). */
const readinessOf =
  <R extends { readonly name: string }, B extends Before>(way: Fencing<R, B>) =>
  async (resource: R, region: Region, outside: Outside): Promise<Readiness> => {
    const { closed, because } = await way.look(resource, { region, limits: critical(region), outside });
    const says = closed ? 'not-ready' : 'ready';
    const wrong = closed ? 'still fenced, or never put in service: ' : '';
    return { resource: resource.name, region, says, because: `${resource.name} in ${region}: ${wrong}${because}` };
  };
