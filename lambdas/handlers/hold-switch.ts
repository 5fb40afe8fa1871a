import { readAuthority } from '../authority/authority';
import { dated, publishTraffic } from '../authority/traffic';
import { claimLoop, readGeneration } from '../authority/votes';
import { lambda, type Room } from './lambda';
import { loop, type Beat } from './loop';
import { tick } from './tick';

const BEAT_SECONDS = 20;

/** Tells this Region's CloudWatch which Regions get users; nothing is published when the map cannot be read. */
const work = (_: unknown, room: Room) => {
  const { plan, here, outside } = room;
  const replicas = room.replicas();
  let generation: number | undefined;
  return loop(room, BEAT_SECONDS, async (): Promise<Beat> => {
    const askedMs = outside.clock.now();
    const item = await readAuthority(replicas);
    const known = item && dated(replicas, item.traffic, askedMs);
    if (known) await publishTraffic(outside, plan.application, known, here, 'critical');
    generation ??= (await readGeneration(replicas, 'hold-switch', here)) + 1;
    return (await claimLoop(replicas, 'hold-switch', here, generation)) ? 'go-on' : 'superseded';
  });
};

export const { create, handler } = lambda('hold-switch', tick, work);
