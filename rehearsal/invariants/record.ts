import { z } from 'zod';
import { names } from '../../lambdas/plan/names';
import { WITNESS } from '../../lambdas/plan/witness';
import type { Plan, Region } from '../../lambdas/plan/plan';
import type { Cloud } from '../aws/cloud';
import type { Records } from '../aws/endpoint/records';
import { fencedWriters } from '../world/fenced';
import { watchDeletions } from './deletions';
import { gateTimeIn } from './gate-time';
import { runStates } from './runs';
import type { Users } from '../world/users';
import { peoplesWords } from './peoples-words';
import type { AcceptedWrite, Answer, AuthorityState, GateTime, Recording, VoteState, WriterState } from './recording';

const authorityItem = z.object({
  pk: z.literal('authority'),
  epoch: z.int(),
  active: z.string(),
  traffic: z.record(z.string(), z.boolean()),
  killSwitch: z.object({ at: z.string() }).optional(),
  acknowledged: z.object({ at: z.string() }).optional(),
  breakGlass: z.object({ region: z.string(), until: z.string() }).optional(),
  question: z
    .object({
      run: z.string(),
      askedAt: z.string(),
      acceptsLossSeconds: z.union([z.literal('any'), z.number()]),
    })
    .optional(),
  run: z
    .object({
      name: z.string(),
      region: z.string(),
      from: z.string(),
      continues: z.array(z.unknown()).optional(),
      votes: z.array(z.object({ observer: z.string(), says: z.string() })),
    })
    .optional(),
});

const voteItem = z.object({
  pk: z.literal('vote'),
  observer: z.string(),
  opinions: z.array(z.object({ region: z.string(), says: z.string() })),
  witness: z.array(z.object({ region: z.string(), says: z.string() })).default([]),
});

const LOOK_EVERY_MS = 5_000;

/** What a rehearsal knows of itself, and no recording can see. */
export type Premises = Pick<Recording, 'trueLossMs' | 'disturbances' | 'replayed'>;

/** Starts to record what really happens in a simulated cloud; the result finishes the recording. */
export const record = (cloud: Cloud, { effects, calls }: Records, plan: Plan) => {
  const { clock } = cloud.world;
  const beganMs = clock.now();
  const gates: GateTime[] = [];
  const authority: AuthorityState[] = [];
  const votes: VoteState[] = [];
  const writers: WriterState[] = [];
  const writes: AcceptedWrite[] = [];
  const answers: Answer[] = [];
  const parameters = new Set(plan.resources.flatMap((one) => (one.kind === 'gate-parameter' ? [one.parameter] : [])));

  const own = names(plan).table;
  cloud.ssm.onPut((region, parameter, value) => {
    if (!parameters.has(parameter)) return;
    gates.push(gateTimeIn(value, { atMs: clock.now(), region }));
  });
  cloud.dynamodb.onWrite((table, _, after) => {
    if (table !== own) return;
    const { pk } = after as { readonly pk?: unknown };
    const item = pk === 'authority' ? authorityItem.safeParse(after).data : undefined;
    if (item) authority.push({ atMs: clock.now(), ...item });
    const vote = pk === 'vote' ? voteItem.safeParse(after).data : undefined;
    if (vote) votes.push({ atMs: clock.now(), observer: vote.observer, says: wordsOf(vote.opinions) });
    if (vote && vote.witness.length > 0) votes.push(witnessOf(vote, clock.now()));
  });
  const watched = watchDeletions(cloud, plan);
  cloud.rds.onCommit((_, region, { at, epoch }) => writes.push({ atMs: at, region, epoch }));
  const stop = clock.every(LOOK_EVERY_MS, () => {
    answers.push(...lookUp(cloud, plan));
    writers.push(...fencedWriters(cloud, plan).map((writer) => ({ atMs: clock.now(), ...writer })));
  });

  return {
    finish: (users: Pick<Users, 'observedObjectives' | 'requests'>, premises: Premises): Recording => {
      stop();
      const { rpoSeconds, lostWrites } = users.observedObjectives();
      return {
        plan,
        beganMs,
        gates,
        writers,
        words: peoplesWords(cloud),
        authority,
        votes,
        writes,
        answers,
        effects,
        calls,
        rpoSeconds,
        requests: users.requests,
        lost: lostWrites,
        runs: runStates(cloud, plan),
        ...watched,
        ...premises,
      };
    },
  };
};

const wordsOf = (opinions: readonly { readonly region: string; readonly says: string }[]): VoteState['says'] =>
  Object.fromEntries(opinions.map(({ region, says }) => [region, says]));

/** What the witness says by one observer's sightings: neither by what it could not read (S3), nor of its own Region (S1). */
const witnessOf = ({ observer, witness }: z.output<typeof voteItem>, atMs: number): VoteState => ({
  atMs,
  observer: WITNESS,
  says: wordsOf(witness.filter(({ region, says }) => region !== observer && says !== 'unknown')),
});

const lookUp = (cloud: Cloud, plan: Plan): Answer[] =>
  plan.resources
    .filter((resource) => resource.kind === 'route53-records')
    .flatMap(({ record: name, value }) =>
      cloud.route53.answer(name, 'CNAME').flatMap((answer) => {
        const region = plan.regions.find((one) => value.replaceAll('{region}', one.name) === answer.value)?.name;
        if (!region) return [];
        const dead = !cloud.world.network.alive(region);
        return [{ atMs: cloud.world.clock.now(), region, writes: canWrite(cloud, plan, region), dead }];
      }),
    );

const canWrite = ({ rds, world }: Cloud, plan: Plan, region: Region): boolean =>
  world.network.alive(region) &&
  plan.resources.every((one) => one.kind !== 'aurora-global' || rds.writer(one.globalCluster) === region);
