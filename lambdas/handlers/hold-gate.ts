import { readAuthority } from '../authority/authority';
import { renewLease } from '../authority/lease';
import { claimLoop } from '../authority/votes';
import { having, kindOf } from '../resources/registry';
import { lambda, type Room } from './lambda';
import { loop, type Beat } from './loop';
import { tick } from './tick';

/** Renews the lease and the gates of this Region while the lease is this Region's. */
const work = (_: unknown, room: Room) => {
  const { plan, here, outside } = room;
  const replicas = room.replicas();
  return loop(room, plan.authority.lease.renewSeconds, async (startedAt): Promise<Beat> => {
    if (!(await claimLoop(replicas, 'hold-gate', here, startedAt))) return 'superseded';
    const item = await readAuthority(replicas);
    if (item?.lease?.region !== here) return 'go-on';
    const gate = await renewLease(replicas, item, here, plan.authority.lease);
    if (!gate) return 'go-on';
    await Promise.all(
      having(plan, 'holdGate').map((resource) => kindOf(resource).holdGate!(resource, gate, here, outside)),
    );
    return 'go-on';
  });
};

export const { create, handler } = lambda('hold-gate', tick, work);
