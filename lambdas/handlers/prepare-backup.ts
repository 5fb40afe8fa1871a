import * as z from 'zod';
import { readAuthority, type AuthorityItem } from '../authority/authority';
import { note } from '../evidence/ledger';
import type { Plan, Region } from '../plan/plan';
import type { Saving } from '../resources/kind';
import { parseBackupSignal, type BackupSignal } from '../signals/backup-signal';
import { listBackupPhases } from '../steps/backup-phases';
import { lambda, type Room } from './lambda';

const question = z.strictObject({ signal: z.unknown(), run: z.string(), startedAt: z.iso.datetime() });

/** Says whether this Region's cluster is the one to back up now, and under which name; changes nothing. */
const work = async ({ signal: input, run, startedAt }: z.output<typeof question>, room: Room) => {
  const { plan, here } = room;
  const signal = parseBackupSignal(input, plan);
  const item = await readAuthority(room.replicas());
  const because = whyNot(item, here);
  await note(room.replicas(), run, 'finding#prepare', {
    signal: signal.because,
    because: because ?? 'it is to be made',
  });
  if (because !== undefined || !item) return { proceed: false, because };
  const move = savingOf(plan, signal, { run, startedAt, here, epoch: item.epoch });
  const resource = plan.resources.find(({ name }) => name === signal.resource)!;
  const goal = `the recovery point ${move.point} of ${resource.name} is in ${move.from} and ${move.to}, verified`;
  return { proceed: true, because: goal, move, phases: listBackupPhases(resource) };
};

const whyNot = (item: AuthorityItem | undefined, here: Region): string | undefined => {
  if (!item) return 'nobody knows which Region writes';
  if (item.killSwitch) return `the kill switch is on, by ${item.killSwitch.by}`;
  if (item.run) return `${item.run.name} leads, and a backup gives way`;
  if (item.active !== here) return `${item.active} writes, and is backed up there`;
  return undefined;
};

const savingOf = (
  { backups, regions }: Plan,
  { resource, scheduledAt }: BackupSignal,
  { run, startedAt, here, epoch }: { run: string; startedAt: string; here: Region; epoch: number },
): Saving => {
  const { copyTo } = backups.find((backup) => backup.resource === resource)!;
  const others = [copyTo, ...regions.map(({ name }) => name)].filter((region) => region !== here);
  return { run, epoch, from: here, to: others[0]!, point: pointAt(scheduledAt ?? startedAt) };
};

/** `2026-01-06T12:00:00Z` → `20260106t1200`: the same start twice is the same point. */
const pointAt = (at: string): string => new Date(at).toISOString().slice(0, 16).replace(/[-:]/g, '').toLowerCase();

export const { create, handler } = lambda('prepare-backup', question, work);
