import { readAuthority, type AuthorityItem } from '../authority/authority';
import { assertClock } from '../authority/clock-guard';
import { renewLease } from '../authority/lease';
import { claimLoop, readGeneration } from '../authority/votes';
import type { Replicas } from '../authority/replicas';
import type { Region } from '../plan/plan';
import type { BreakGlass } from '../resources/kind';
import { having, kindOf } from '../resources/registry';
import { lambda, type Room } from './lambda';
import { loop, type Beat } from './loop';
import { tick } from './tick';

/** Renews the lease and the gates of this Region while the lease is this Region's. */
const work = (_: unknown, room: Room) => {
  const { plan, here } = room;
  const replicas = room.replicas();
  let generation: number | undefined;
  return loop(room, plan.authority.lease.renewSeconds, async (): Promise<Beat> => {
    generation ??= (await readGeneration(replicas, 'hold-gate', here)) + 1;
    const isNewest = await claimLoop(replicas, 'hold-gate', here, generation);
    const item = await readAuthority(replicas);
    // A gate that is not renewed closes by itself, by the clock of those who ask it.
    assertClock(replicas);
    if (!holdsLease(item, here)) return isNewest ? 'go-on' : 'superseded';
    // Where writes depend on it, older loops stay as spares, in case the newest one dies.
    if (isNewest || isOverdue(item, room)) await hold(item, replicas, room);
    return 'go-on';
  });
};

const holdsLease = (
  item: AuthorityItem | undefined,
  here: Region,
): item is AuthorityItem & { readonly lease: NonNullable<AuthorityItem['lease']> } => item?.lease?.region === here;

const isOverdue = ({ lease }: { readonly lease: { readonly at: string } }, { plan, outside }: Room): boolean =>
  outside.clock.now() - Date.parse(lease.at) > 2 * plan.authority.lease.renewSeconds * 1000;

/**
 * What a person wrote into a gate is noted with the lease before it is kept, so that no takeover counts on less. A gate
 * that cannot be read is not renewed: what it says may be in force (S14).
 */
const hold = async (item: AuthorityItem, replicas: Replicas, { plan, here, outside }: Room): Promise<void> => {
  const gates = await Promise.all(
    having(plan, 'holdGate').map(async (resource) => ({
      resource,
      breakGlass: await kindOf(resource).readBreakGlass?.(resource, here, outside),
    })),
  );
  const gate = await renewLease(replicas, item, here, plan.authority.lease, latest(gates));
  if (!gate) return;
  await Promise.all(
    gates.map(({ resource, breakGlass }) =>
      kindOf(resource).holdGate!(resource, { ...gate, ...(breakGlass ? { breakGlass } : {}) }, here, outside),
    ),
  );
};

const latest = (gates: readonly { readonly breakGlass: BreakGlass | undefined }[]): BreakGlass | undefined =>
  gates
    .flatMap(({ breakGlass }) => breakGlass ?? [])
    .sort((a, b) => Date.parse(a.until) - Date.parse(b.until))
    .at(-1);

export const { create, handler } = lambda('hold-gate', tick, work);
