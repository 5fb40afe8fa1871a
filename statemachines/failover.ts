import { Choice, Condition, JsonPath, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Chain, IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { endings } from './fragments/ending';
import { phase } from './fragments/phase';
import type { Steps } from './fragments/steps';
import { task, type LambdaVersion } from './fragments/task';

/** The functions that the failover journey calls. */
export const failoverCalls = [
  'assess',
  'take-the-lead',
  'announce',
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

/** The loss of a Region: the journey runs in the Region that takes over (runbook RB-DR-003). */
export const failover = (scope: Construct, fn: FailoverFunctions): IChainable => {
  const move = JsonPath.objectAt('$.move');
  const because = (path: string) => ({ because: JsonPath.stringAt(path), move });
  const closeAs = endings(scope, { close: fn.close, announce: fn.announce });

  const undo = task(scope, 'Undo', {
    calls: fn.undo,
    payload: { move },
    resultPath: '$.undo',
    otherwise: closeAs('Close as needs-a-person', {
      outcome: 'needs-a-person',
      with: { because: 'a step failed, and so did the undo; see in the run what was changed', move },
    }),
    faultPath: '$.fault',
  });
  undo.next(closeAs('Close as undone', { outcome: '$.undo.outcome', with: because('$.undo.because') }));

  const inPhase = (name: string, ...steps: [Steps, ...Steps[]]): Chain =>
    phase(scope, name, { steps, closePhase: fn['close-phase'], undo });
  const moveTheApplication = inPhase('Fence', { name: 'Fence', listedAt: '$.phases.fence', calls: fn.fence })
    .next(
      inPhase(
        'Make ready',
        { name: 'Promote', listedAt: '$.phases.promote', calls: fn.promote },
        { name: 'Scale', listedAt: '$.phases.scale', calls: fn.scale },
      ),
    )
    .next(inPhase('Open the gate', { name: 'Open the gate', listedAt: '$.phases.openGate', calls: fn['open-gate'] }))
    .next(inPhase('Prove', { name: 'Prove', listedAt: '$.phases.prove', calls: fn.prove }))
    .next(inPhase('Shift traffic', { name: 'Shift traffic', listedAt: '$.phases.shift', calls: fn.shift }))
    .next(inPhase('Verify', { name: 'Verify', listedAt: '$.phases.verify', calls: fn.verify }))
    .next(closeAs('Close as moved', { outcome: 'moved', with: because('$.phase.because') }));

  const announceTheMove = task(scope, 'Announce the move', {
    calls: fn.announce,
    payload: { move, because: JsonPath.stringAt('$.verdict.because'), news: 'started' },
    resultPath: JsonPath.DISCARD,
    // A notice never delays or stops a journey.
    otherwise: moveTheApplication,
    faultPath: JsonPath.DISCARD,
  }).next(moveTheApplication);

  const takeTheLead = task(scope, 'Take the lead', {
    calls: fn['take-the-lead'],
    payload: { move, expects: JsonPath.objectAt('$.expects') },
    resultPath: '$.lead',
    otherwise: undo,
    faultPath: '$.fault',
  }).next(
    new Choice(scope, 'Leads?')
      .when(Condition.booleanEquals('$.lead.led', true), announceTheMove)
      .otherwise(closeAs('Close as led by another', { outcome: 'held', with: because('$.lead.because') })),
  );

  const assess = task(scope, 'Assess', {
    calls: fn.assess,
    payload: {
      signal: JsonPath.objectAt('$$.Execution.Input'),
      run: JsonPath.stringAt('$$.Execution.Name'),
      startedAt: JsonPath.stringAt('$$.Execution.StartTime'),
    },
    otherwise: closeAs('Close as refused', { outcome: 'refused', with: { fault: JsonPath.objectAt('$') } }),
  });
  const waitForVotes = new Wait(scope, 'Wait for votes', { time: WaitTime.secondsPath('$.verdict.waitSeconds') });
  return assess.next(
    new Choice(scope, 'Verdict?')
      .when(Condition.stringEquals('$.verdict.says', 'proceed'), takeTheLead)
      .when(Condition.stringEquals('$.verdict.says', 'wait'), waitForVotes.next(assess))
      .otherwise(closeAs('Close as held', { outcome: 'held', with: because('$.verdict.because') })),
  );
};
