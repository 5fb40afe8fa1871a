import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { bestEffort, critical, type CallLimits } from '../../aws';
import type { Outside } from '../../outside';
import type { Region } from '../../plan/plan';
import {
  done,
  pending,
  refused,
  type Acting,
  type BreakGlass,
  type GateTime,
  type Kind,
  type Move,
  type Readiness,
  type Ways,
} from '../kind';
import type { GateParameter } from './schema';
import { breakGlassIn, readGate, showGate } from './value';

const write = async ({ parameter }: GateParameter, gate: GateTime, limits: CallLimits, { aws }: Outside) => {
  await aws(SSMClient, limits).send(
    new PutParameterCommand({ Name: parameter, Value: showGate(gate), Overwrite: true }),
  );
};

const readText = async ({ parameter }: GateParameter, limits: CallLimits, { aws }: Outside) => {
  const { Parameter } = await aws(SSMClient, limits).send(new GetParameterCommand({ Name: parameter }));
  return Parameter?.Value;
};

const read = async (resource: GateParameter, region: Region, outside: Outside) =>
  readGate(await readText(resource, critical(region), outside));

const readBreakGlass: Kind<GateParameter>['readBreakGlass'] = async (resource, region, outside) =>
  breakGlassIn(await readText(resource, critical(region), outside), outside.clock.now());

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
    const [progress, breakGlass] = await Promise.all([
      fence.poll(resource, move, ways),
      closeEarly(resource, move, ways).catch(() => undefined),
    ]);
    // Who attested that nothing writes there answers for the break-glass too.
    if (!breakGlass || move.fenceAttested !== undefined) return progress;
    await ways.authority.oldGateStaysOpen(breakGlass);
    return fence.poll(resource, move, ways);
  },
  async poll(resource, { from }, { outside, authority }) {
    const closedAtMs = await authority.oldGateClosedAt();
    const leftSeconds = Math.ceil((closedAtMs - outside.clock.now()) / 1000);
    if (!Number.isFinite(leftSeconds)) return pending(`nobody knows when ${resource.name} in ${from} closes`, 30);
    if (leftSeconds <= 0) return done(`${resource.name} in ${from} expired at ${new Date(closedAtMs).toISOString()}`);
    return pending(`${resource.name} in ${from} closes by itself in ${leftSeconds} s`, Math.min(leftSeconds, 30));
  },
};

/** Looks first, because a break-glass that the authority has not heard of keeps writers writing, and must be known. */
const closeEarly = async (
  resource: GateParameter,
  { from, epoch }: Move,
  { outside }: Ways,
): Promise<BreakGlass | undefined> => {
  const text = await readText(resource, bestEffort(from), outside);
  const breakGlass = breakGlassIn(text, outside.clock.now());
  const closed = write(
    resource,
    { untilMs: 0, epoch, ...(breakGlass ? { breakGlass } : {}) },
    bestEffort(from),
    outside,
  );
  await closed.catch(() => undefined);
  return breakGlass;
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
export const gateParameterKind: Kind<GateParameter> = {
  closesByItself: true,
  holdGate: hold,
  readBreakGlass,
  fence,
  openGate,
  readiness,
};
