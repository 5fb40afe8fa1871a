import * as z from 'zod';
import { readAuthority, type AuthorityItem } from '../authority/authority';
import { assertClock } from '../authority/clock-guard';
import { abandonedFor } from '../authority/abandoned';
import type { Replicas } from '../authority/replicas';
import { castVote, readVote } from '../authority/votes';
import { publishLags } from '../observation/publish-lags';
import { publishVote } from '../observation/publish-vote';
import { callForAPerson } from '../observation/call-for-a-person';
import { callForFailover, type Led } from '../observation/call-for-failover';
import { measureLags } from '../observation/measure-lags';
import { look } from '../observation/look';
import { recall, type LastVote, type Memory } from '../observation/recall';
import type { Region } from '../plan/plan';
import { LOOK_SECONDS } from '../plan/timing';
import { lambda, type Room } from './lambda';
import { loop, type Beat } from './loop';
import { tick } from './tick';

/** Stores publish their lag once a minute; asked twice as often, a sample is soon seen, and bounds the loss the better (S15). */
const BEATS_PER_LAG = 3;

/** The ARNs of the journeys that an observer may start: `incident` only where nothing takes over. */
const machines = z.strictObject({ failover: z.record(z.string(), z.string()), incident: z.string().optional() });

/** Looks at every workload Region, votes, publishes, and calls for a failover while a loss lasts. */
const work = (_: unknown, room: Room) => {
  const { outside, plan, here } = room;
  const replicas = room.replicas();
  const { failover, incident } = machines.parse(JSON.parse(room.variable('MACHINES')));
  let memory: Memory = { unsure: [] };
  let lastActive: Region | undefined;
  let beats = 0;
  return loop(room, LOOK_SECONDS, async (): Promise<Beat> => {
    const [authority, last] = await Promise.all([
      unlessFault(outside, readAuthority(replicas)),
      memory.last ?? unlessFault(outside, lastVote(replicas, here)),
    ]);
    // While the authority cannot be read, the Region that wrote last is still the one to ask for a canary.
    lastActive = authority?.active ?? lastActive;
    const lags = beats++ % BEATS_PER_LAG === 0 ? await measureLags(plan, { from: lastActive, to: here }, outside) : [];
    const seen = { active: lastActive, ...(authority ? { lease: leaseOf(authority) } : {}) };
    const found = await look({ plan, region: here, outside }, seen, memory.vote ?? last?.vote, lags);
    const said = recall(memory, last, found);
    const { vote } = said;
    memory = said;
    // A vote with a wrong time would be believed for too long, or not at all.
    assertClock(replicas);
    const [cast] = await Promise.all([
      // Which number this loop has is unknown until the last one's could be read.
      last === undefined || castVote(replicas, vote),
      publishVote(outside, plan.application, vote),
      publishLags(outside, plan, here, lags),
      callForFailover(outside, plan, failover, vote, authority && leadIn(authority, outside.clock.now())),
      callForAPerson(outside, plan, incident, vote),
    ]);
    return cast ? 'go-on' : 'superseded';
  });
};

/** The vote of the loop before this one; that there is none is known, too. */
const lastVote = async (replicas: Replicas, here: Region): Promise<LastVote> => ({
  vote: await readVote(replicas, here),
});

/** What cannot be read is unknown; the observer votes all the same. */
const unlessFault = async <T>({ log }: Room['outside'], reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (fault) {
    log({ level: 'warn', error: fault instanceof Error ? fault.message : String(fault) });
    return undefined;
  }
};

/** A run that was abandoned leads nobody, and a question that no longer stands keeps nobody waiting: others are called for. */
const leadIn = ({ active, run, question }: AuthorityItem, nowMs: number): Led => ({
  active,
  ...(run && {
    leader: {
      region: run.region,
      isAbandoned: (isRegionLost) => abandonedFor(run, nowMs, isRegionLost) !== undefined,
    },
  }),
  isAsked: question?.from === active && Date.parse(question.standsUntil) > nowMs,
});

const leaseOf = ({ epoch, lease }: AuthorityItem) => (lease ? { epoch, renewal: lease.renewal } : undefined);

export const { create, handler } = lambda('observe', tick, work);
