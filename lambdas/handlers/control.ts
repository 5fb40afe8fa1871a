import * as z from 'zod';
import { acknowledge, setKillSwitch } from '../authority/controls';
import { parseControl } from '../signals/control-signal';
import { lambda, type Room } from './lambda';

const request = z.strictObject({
  control: z.enum(['kill-switch', 'acknowledge']),
  input: z.unknown(),
  run: z.string(),
});

/** Does at once what a person says, from whatever Region they reach. */
const work = async ({ control, input, run }: z.output<typeof request>, room: Room) => {
  const asked = parseControl(control, input);
  const by = `run ${run} in ${room.here}: ${asked.reason}`;
  if (asked.control === 'acknowledge') await acknowledge(room.replicas(), by);
  else await setKillSwitch(room.replicas(), asked.on, by);
  return asked;
};

export const { create, handler } = lambda('control', request, work);
