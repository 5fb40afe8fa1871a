import * as z from 'zod';
import { noteOf } from '../authority/break-glass';
import { acknowledge, noteBreakGlass, setKillSwitch } from '../authority/controls';
import { parseAnnounced } from '../signals/announced-break-glass';
import { parseControl } from '../signals/control-signal';
import { lambda, type Room } from './lambda';

const request = z.strictObject({
  control: z.enum(['kill-switch', 'acknowledge']),
  input: z.unknown(),
  run: z.string(),
  startedAt: z.iso.datetime(),
});

/** Does at once what a person says, from whatever Region they reach. */
const work = async ({ control, input, run, startedAt }: z.output<typeof request>, room: Room) => {
  const asked = parseControl(control, input);
  const replicas = room.replicas();
  const who = `run ${run} in ${room.here}`;
  const by = `${who}: ${asked.reason}`;
  // When it was said, not when it is tried: another word may have been said since, or another move made.
  const said = { by, atMs: Date.parse(startedAt) };
  if (asked.control === 'acknowledge') {
    await acknowledge(replicas, said);
    return asked;
  }
  const announced = asked.breakGlass && parseAnnounced(asked.breakGlass, room.plan, room.outside.clock.now());
  await setKillSwitch(replicas, asked.on, said);
  if (announced)
    await noteBreakGlass(replicas, noteOf(announced.region, { ...announced, by: who, reason: asked.reason }));
  return asked;
};

export const { create, handler } = lambda('control', request, work);
