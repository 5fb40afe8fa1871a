import { Choice, Condition, JsonPath, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Chain, IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { ask } from './fragments/ask';
import { endings, type CloseAs } from './fragments/ending';
import { news } from './fragments/news';
import { phase } from './fragments/phase';
import type { Steps } from './fragments/steps';
import { task, type LambdaVersion } from './fragments/task';

/** The functions that the failover journey calls. */
export const failoverCalls = [
  'assess',
  'take-the-lead',
  'announce',
  'ask-people',
  'fence',
  'promote',
  'scale',
  'open-gate',
  'prove',
  'shift',
  'verify',
  'close-phase',
  'undo',
  'close',
] as const;

type FailoverFunctions = Readonly<Record<(typeof failoverCalls)[number], LambdaVersion>>;

/** How long people may think about a question that only they may decide, in seconds. */
type Approval = { readonly expiresSeconds: number };

/** The loss of a Region: the journey runs in the Region that takes over (runbook RB-DR-003). */
export const failover = (scope: Construct, fn: FailoverFunctions, { expiresSeconds }: Approval): IChainable => {
  const closeAs = endings(scope, { journey: 'failover', goal: 'moved', close: fn.close, announce: fn.announce });
  const undo = undoing(scope, fn, closeAs);
  const move = moving(scope, fn, undo).next(closeAs('Close as moved', { outcome: 'moved', with: why('$.phase') }));

  const announce = news(scope, 'Announce the move', {
    calls: fn.announce,
    payload: { ...why('$.verdict'), news: 'started' },
    next: move,
  });

  const leads = new Choice(scope, 'Leads?');
  const takeTheLead = task(scope, 'Take the lead', {
    calls: fn['take-the-lead'],
    payload: { move: JsonPath.objectAt('$.move'), expects: JsonPath.objectAt('$.expects') },
    resultPath: '$.lead',
    otherwise: undo,
    faultPath: '$.fault',
  }).next(leads);

  const assess = task(scope, 'Assess', {
    calls: fn.assess,
    payload: {
      signal: JsonPath.objectAt('$$.Execution.Input'),
      run: JsonPath.stringAt('$$.Execution.Name'),
      startedAt: JsonPath.stringAt('$$.Execution.StartTime'),
    },
    otherwise: closeAs('Close as refused', { outcome: 'refused', with: { fault: JsonPath.objectAt('$') } }),
  });
  leads
    .when(Condition.booleanEquals('$.lead.led', true), announce)
    .when(Condition.booleanEquals('$.lead.isStale', true), assess)
    .otherwise(closeAs('Close as led by another', { outcome: 'held', with: why('$.lead') }));
  const waitForVotes = new Wait(scope, 'Wait for votes', { time: WaitTime.secondsPath('$.verdict.waitSeconds') });
  const closeAsHeld = closeAs('Close as held', { outcome: 'held', with: why('$.verdict') });
  const askPeople = ask(scope, 'Ask people', {
    calls: fn['ask-people'],
    payload: why('$.verdict'),
    expiresSeconds,
    next: assess,
    otherwise: closeAsHeld,
  });
  return assess.next(
    new Choice(scope, 'Verdict?')
      .when(Condition.stringEquals('$.verdict.says', 'proceed'), takeTheLead)
      .when(Condition.stringEquals('$.verdict.says', 'wait'), waitForVotes.next(assess))
      .when(Condition.stringEquals('$.verdict.says', 'ask'), askPeople)
      .otherwise(closeAsHeld),
  );
};

/** The phases in their order: no promotion before the fence (S14), no traffic before the proof (S16). */
const moving = (scope: Construct, fn: FailoverFunctions, undo: IChainable): Chain => {
  const inPhase = (name: string, ...steps: [Steps, ...Steps[]]): Chain =>
    phase(scope, name, { steps, closePhase: fn['close-phase'], undo });
  const steps = (name: string, listedAt: string, calls: LambdaVersion): Steps => ({ name, listedAt, calls });
  const alone = (name: string, listedAt: string, calls: LambdaVersion): Chain =>
    inPhase(name, steps(name, listedAt, calls));

  return alone('Fence', '$.phases.fence', fn.fence)
    .next(
      inPhase(
        'Make ready',
        steps('Promote', '$.phases.promote', fn.promote),
        steps('Scale', '$.phases.scale', fn.scale),
      ),
    )
    .next(alone('Open the gate', '$.phases.openGate', fn['open-gate']))
    .next(alone('Prove', '$.phases.prove', fn.prove))
    .next(alone('Shift traffic', '$.phases.shift', fn.shift))
    .next(alone('Verify', '$.phases.verify', fn.verify));
};

/** The undo knows itself whether it still may take anything back (S28). */
const undoing = (scope: Construct, fn: FailoverFunctions, closeAs: CloseAs): IChainable =>
  task(scope, 'Undo', {
    calls: fn.undo,
    payload: { move: JsonPath.objectAt('$.move') },
    resultPath: '$.undo',
    otherwise: closeAs('Close as needs-a-person', {
      outcome: 'needs-a-person',
      with: {
        move: JsonPath.objectAt('$.move'),
        because: 'a step failed, and so did the undo; see in the run what was changed',
      },
    }),
    faultPath: '$.fault',
  }).next(closeAs('Close as undone', { outcome: '$.undo.outcome', with: why('$.undo') }));

/** The move, and the reason that whoever was asked last gave. */
const why = (said: string) => ({
  move: JsonPath.objectAt('$.move'),
  because: JsonPath.stringAt(`${said}.because`),
});
