import * as z from 'zod';
import { lookAround } from '../assessment/look-around';
import { lastKnown as asLastKnown, type LastKnown } from '../authority/replicas';
import { judgeIncident } from '../decision/judge-incident';
import { readLedger } from '../evidence/ledger';
import { tellLastRun } from '../evidence/tell-last-run';
import { parseIncidentSignal } from '../signals/incident-signal';
import { lambda, type Room } from './lambda';

const question = z.strictObject({ signal: z.unknown() });

/** Looks whether any Region is left, and says what people must know; nothing is changed and nothing is noted, as nothing may be. */
const work = async ({ signal: input }: z.output<typeof question>, room: Room) => {
  const { plan, here, outside } = room;
  const signal = parseIncidentSignal(input, plan);
  const replicas = asLastKnown(room.replicas(), here);
  const { facts, lastKnown } = await lookAround(plan, here, signal, replicas);
  const { says, because, waitSeconds } = judgeIncident(facts);
  const run = lastKnown?.run;
  const story = says === 'needs-a-person' ? tellLastRun(lastKnown, await ledgerOf(run?.name, replicas)) : undefined;
  const at = new Date(outside.clock.now()).toISOString();
  return {
    says,
    waitSeconds,
    because: [because, ...since(signal.down), ...(story === undefined ? [] : [story])].join('. '),
    continues: run ? [...(run.continues ?? []), { name: run.name, region: run.region }] : [],
    // The table may have died with the Regions, so what was found goes to the evidence by way of the run.
    findings: [{ entry: `finding#${at}`, at, signal: signal.because, facts, findings: facts.regions }],
  };
};

const since = (down: readonly { readonly region: string; readonly since: string }[]): string[] =>
  down.length === 0 ? [] : [`Seen down since: ${down.map((one) => `${one.region} ${one.since}`).join(', ')}`];

/** Without it people still hear that nobody is left; undefined where it could not be read. */
const ledgerOf = async (run: string | undefined, replicas: LastKnown) =>
  run === undefined ? [] : readLedger(replicas, run).catch(() => undefined);

export const { create, handler } = lambda('look-around', question, work);
