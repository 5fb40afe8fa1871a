import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { bestEffort, critical, type CallLimits } from '../../aws';
import type { Outside } from '../../outside';
import type { Region } from '../../plan/plan';
import { done, pending, refused, type Acting, type GateTime, type Kind, type Readiness } from '../kind';
import type { GateParameter } from './schema';

/** What the parameter holds, and what the gate's client reads. */
const gateValue = z.object({ until: z.iso.datetime(), epoch: z.int().nonnegative() });

const write = async ({ parameter }: GateParameter, gate: GateTime, limits: CallLimits, { aws }: Outside) => {
  const value = { until: new Date(gate.untilMs).toISOString(), epoch: gate.epoch };
  await aws(SSMClient, limits).send(
    new PutParameterCommand({ Name: parameter, Value: JSON.stringify(value), Overwrite: true }),
  );
};

const read = async ({ parameter }: GateParameter, region: Region, { aws }: Outside) => {
  const { Parameter } = await aws(SSMClient, critical(region)).send(new GetParameterCommand({ Name: parameter }));
  return gateValue.parse(JSON.parse(Parameter?.Value ?? 'null'));
};

/** Renews the gate in the Region that has the lease. */
const hold: Kind<GateParameter>['holdGate'] = (resource, gate, region, outside) =>
  write(resource, gate, critical(region), outside);

/**
 * The old Region's gate closes by itself; waiting for it is all that is certain (S14). Closing it early is tried, because
 * it may spare writes that would be lost, but never believed: the wait goes on.
 */
const fence: Acting<GateParameter> = {
  deadlineSeconds: 600,
  async start(resource, move, ways) {
    await ways.aboutToAct();
    const closed = write(resource, { untilMs: 0, epoch: move.epoch }, bestEffort(move.from), ways.outside);
    const [progress] = await Promise.all([fence.poll(resource, move, ways), closed.catch(() => undefined)]);
    return progress;
  },
  async poll(resource, { from }, { outside, authority }) {
    const closedAtMs = await authority.oldGateClosedAt();
    const leftSeconds = Math.ceil((closedAtMs - outside.clock.now()) / 1000);
    if (leftSeconds <= 0) return done(`${resource.name} in ${from} expired at ${new Date(closedAtMs).toISOString()}`);
    return pending(`${resource.name} in ${from} closes by itself in ${leftSeconds} s`, Math.min(leftSeconds, 30));
  },
};

const openGate: Acting<GateParameter> = {
  deadlineSeconds: 120,
  async start(resource, move, ways) {
    await ways.aboutToAct();
    const gate = await ways.authority.grantLease();
    if (!gate) return refused(`this run no longer leads, so ${resource.name} stays closed`);
    await write(resource, gate, critical(move.to), ways.outside);
    return openGate.poll(resource, move, ways);
  },
  async poll(resource, { to, epoch }, { outside }) {
    const gate = await read(resource, to, outside);
    const isOpen = gate.epoch === epoch && Date.parse(gate.until) > outside.clock.now();
    return isOpen
      ? done(`${resource.name} in ${to} is open until ${gate.until} under epoch ${epoch}`)
      : pending(`${resource.name} in ${to} says epoch ${gate.epoch} until ${gate.until}`);
  },
};

const readiness = async (resource: GateParameter, region: Region, outside: Outside): Promise<Readiness> => {
  const gate = await read(resource, region, outside);
  const because = `${resource.name} in ${region} says epoch ${gate.epoch} until ${gate.until}`;
  return { resource: resource.name, region, says: 'ready', because };
};

/** A write gate that closes by itself: an SSM parameter with the time until which writes are allowed. */
export const gateParameterKind: Kind<GateParameter> = { holdGate: hold, fence, openGate, readiness };
