import type { Plan } from '../lambdas/plan/plan';
import { answers } from './uses/answers';
import { backupKeys } from './uses/backup-keys';
import { capability, type Capability } from './uses/capability';
import { evidence } from './uses/evidence';
import { exercised } from './uses/exercised';
import { machines } from './uses/machines';
import { metricsAtSwitches, metricsHere } from './uses/metrics';
import { notices } from './uses/notices';
import type { Site, JourneySite } from './uses/site';
import { table } from './uses/table';
import type { Use } from './uses/use';

/** A Lambda function: its handler is `lambdas/handlers/<name>.ts`. `S` is what it must know of where it runs. */
export interface FunctionSpec<S, N extends string = string> {
  readonly name: N;
  /** The handler's name, where two stacks of a Region have a function of it and the functions' names must differ. */
  readonly handler?: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly uses: readonly Use<S>[];
  /** Whether a failover may need it; only then must it be independent of every other Region (S20, S21). */
  readonly onFailoverPath: boolean;
}

/** A loop outlives its one-minute schedule by far, so that a late or missed start leaves no gap (F38). */
const loop = { timeoutSeconds: 300, onFailoverPath: true };

/** A step's function answers within the task's 30 s, time-outs of its calls included. */
const step = { memoryMb: 256, timeoutSeconds: 25, onFailoverPath: true };

/** In every Region: votes, and starts a run itself when events are lost. */
export const observe: FunctionSpec<Site> = {
  name: 'observe',
  memoryMb: 256,
  ...loop,
  uses: [table('GetItem', 'PutItem'), metricsHere, machines, capability('measureLag')],
};

/** In every authority Region: publishes the traffic map to the switch there. */
export const holdSwitch: FunctionSpec<Site> = {
  name: 'hold-switch',
  memoryMb: 128,
  ...loop,
  uses: [table('GetItem', 'PutItem'), metricsHere],
};

/** In every workload Region: renews the lease and keeps the gates open while its Region may write. */
export const holdGate: FunctionSpec<Site> = {
  name: 'hold-gate',
  memoryMb: 128,
  ...loop,
  uses: [table('GetItem', 'PutItem', 'UpdateItem'), capability('readBreakGlass'), capability('holdGate')],
};

/** In every Region: does what a person says. */
export const control: FunctionSpec<Site> = {
  name: 'control',
  memoryMb: 128,
  timeoutSeconds: 25,
  onFailoverPath: true,
  uses: [table('GetItem', 'UpdateItem')],
};

/** In the preferred Region: tells people when the application could move back to it. */
export const offerFailback: FunctionSpec<JourneySite> = {
  name: 'offer-failback',
  memoryMb: 256,
  timeoutSeconds: 25,
  onFailoverPath: false,
  uses: [table('GetItem', 'Query', 'PutItem'), capability('readiness'), notices],
};

/** In every workload Region: notes what AWS Health says. Nothing waits for it. */
export const noteAdvice: FunctionSpec<Site> = {
  name: 'note-advice',
  memoryMb: 128,
  timeoutSeconds: 25,
  onFailoverPath: false,
  uses: [table('PutItem')],
};

/** In every Region: brings what people answer to the run that asks. */
export const answer: FunctionSpec<Site> = {
  name: 'answer',
  memoryMb: 128,
  timeoutSeconds: 25,
  onFailoverPath: true,
  uses: [table('GetItem', 'PutItem', 'UpdateItem'), answers],
};

const stepTable = table('GetItem', 'Query', 'PutItem', 'UpdateItem');

/** In every workload Region: what the journeys call there. */
export const journeyFunctions = [
  { name: 'assess', ...step, uses: [table('GetItem', 'Query', 'PutItem'), capability('readiness')] },
  { name: 'take-the-lead', ...step, uses: [table('GetItem', 'PutItem', 'UpdateItem')] },
  { name: 'announce', ...step, uses: [table('GetItem', 'PutItem'), notices] },
  { name: 'ask-people', ...step, uses: [table('GetItem', 'PutItem', 'UpdateItem'), notices] },
  { name: 'fence', ...step, uses: [stepTable, capability('fence')] },
  { name: 'promote', ...step, uses: [stepTable, capability('promote')] },
  { name: 'scale', ...step, uses: [stepTable, capability('scale')] },
  { name: 'open-gate', ...step, uses: [stepTable, capability('openGate')] },
  { name: 'prove', ...step, uses: [stepTable, capability('check')] },
  { name: 'shift', ...step, uses: [stepTable, capability('shift'), metricsAtSwitches] },
  { name: 'verify', ...step, uses: [stepTable, capability('check')] },
  { name: 'close-phase', ...step, uses: [table('PutItem')] },
  { name: 'undo', ...step, uses: [stepTable, capability('unfence')] },
  { name: 'close', ...step, uses: [table('GetItem', 'Query', 'UpdateItem'), evidence, metricsHere] },
  { name: 'measure-lag', ...step, uses: [table('PutItem'), capability('measureLag')] },
  { name: 'initialise', ...step, uses: [table('PutItem'), capability('findWriter')] },
] as const satisfies readonly FunctionSpec<JourneySite>[];

export type JourneyFunction = (typeof journeyFunctions)[number]['name'];

/** In every Region that does not run the workload: what tells people when no other is left. */
export const incidentFunctions = [
  { name: 'look-around', ...step, uses: [table('GetItem', 'Query')] },
  { name: 'close', ...step, uses: [table('GetItem', 'Query'), evidence] },
  { name: 'announce', ...step, uses: [table('GetItem', 'PutItem'), notices] },
] as const satisfies readonly FunctionSpec<JourneySite>[];

const ofBackups = (name: Capability): Use<Site> => {
  const use = capability(name);
  return (site) => use({ ...site, plan: onlyBackedUp(site.plan) });
};

const onlyBackedUp = (plan: Plan): Plan => ({
  ...plan,
  resources: plan.resources.filter(({ name }) => plan.backups.some(({ resource }) => resource === name)),
});

/** A step of a run without the lead changes nothing of the authority's. */
const savingTable = table('GetItem', 'Query', 'PutItem');

/** No failover waits for a backup, which may reach into every Region that keeps copies. */
const saving = { ...step, onFailoverPath: false };

/** In every workload Region, where the plan asks for backups: what their journey calls there. */
export const backupFunctions = [
  { name: 'prepare-backup', ...saving, uses: [table('GetItem', 'PutItem')] },
  { name: 'back-up', ...saving, uses: [savingTable, ofBackups('backUp')] },
  { name: 'copy-backup', ...saving, uses: [savingTable, ofBackups('copy'), backupKeys] },
  { name: 'verify-backup', ...saving, uses: [savingTable, ofBackups('verify')] },
  { name: 'prune-backups', ...saving, uses: [savingTable, ofBackups('prune')] },
  { name: 'measure-backups', ...saving, uses: [table(), ofBackups('listPoints'), metricsHere] },
  { name: 'backup-close-phase', handler: 'close-phase', ...saving, uses: [table('PutItem')] },
  { name: 'backup-close', handler: 'close', ...saving, uses: [table('GetItem', 'Query'), evidence] },
  { name: 'backup-announce', handler: 'announce', ...saving, uses: [table('GetItem', 'PutItem'), notices] },
] as const satisfies readonly FunctionSpec<JourneySite>[];

export type BackupFunction = (typeof backupFunctions)[number]['name'];

/** In every workload Region: finds functions that would fail on the day. Many versions may be retained, so it has Lambda's longest time. */
export const exercise: FunctionSpec<JourneySite> = {
  name: 'exercise',
  memoryMb: 256,
  timeoutSeconds: 900,
  onFailoverPath: false,
  uses: [table(), exercised(({ plan }) => calledByJourneys(plan).map(({ name }) => name)), notices],
};

const calledByJourneys = ({ backups }: Plan): readonly { readonly name: string }[] => [
  control,
  answer,
  ...journeyFunctions,
  ...(backups.length > 0 ? backupFunctions : []),
];
