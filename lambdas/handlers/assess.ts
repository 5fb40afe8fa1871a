import * as z from 'zod';
import { assess } from '../assessment/assess';
import { explain } from '../decision/explain';
import { note } from '../evidence/ledger';
import { parseSignal } from '../signals/parse-signal';
import { listPhases } from '../steps/phases';
import { lambda, type Room } from './lambda';

const question = z.strictObject({ signal: z.unknown(), run: z.string(), startedAt: z.string() });

/** Gathers the facts, decides, and records both; changes nothing else. */
const work = async ({ signal: input, run, startedAt }: z.output<typeof question>, room: Room) => {
  const { plan, here } = room;
  const signal = parseSignal(input, plan);
  const replicas = room.replicas(signal.suspect);
  const { facts, move, expects, lastHealthyAt, standing } = await assess(plan, replicas, {
    run,
    startedAt,
    here,
    signal,
  });
  const { verdict, opinions } = explain(facts);
  const at = new Date(room.outside.clock.now()).toISOString();
  const recorded = note(replicas, run, `assessment#${at}`, {
    ...verdict,
    opinions: opinions.filter(({ says }) => says !== undefined),
    facts,
    lastHealthyAt,
    standing,
  });
  // A ledger that cannot be written must not hide the verdict; whoever wants to act cannot write either, and stops there.
  await recorded.catch((fault: unknown) => room.outside.log({ level: 'error', run, error: String(fault) }));
  return { move, expects, verdict, phases: listPhases(plan) };
};

export const { create, handler } = lambda('assess', question, work);
