import { Duration } from 'aws-cdk-lib';
import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import { failover, failoverCalls } from '../../statemachines/failover';
import { askSeconds } from '../../statemachines/fragments/ask';
import { initialise, initialiseCalls } from '../../statemachines/initialise';
import { holdGate, journeyFunctions, type JourneyFunction } from '../functions';
import { workloadRegions } from '../regions';
import type { WorkloadSite } from '../uses/site';
import { dashboard } from './dashboard';
import { Every } from './every';
import { gateParameters } from './gate-parameters';
import type { HandlerFunction } from './handler-function';
import { Journey } from './journey';
import { lossAlarm } from './loss-alarm';
import { makeFunction } from './make-function';
import { StartOnAlarm } from './start-on-alarm';
import { startOnSignals } from './start-on-signals';

/** More than the deadlines of all phases and the patience of their tasks together. */
const RUN_SECONDS_MAX = 90 * 60;

/** People are asked again where more would be lost than they accepted; who has asked them this often has to be stopped. */
const QUESTIONS_MAX = 3;

/** What a workload Region needs to hold its gates open, and to take over when it sees another Region lost. */
export class Takeover extends Construct {
  /** What the journeys of this Region call. */
  readonly functions: Readonly<Record<JourneyFunction, HandlerFunction>>;

  constructor(
    scope: Construct,
    id: string,
    { site, planLayer }: { readonly site: WorkloadSite; readonly planLayer: ILayerVersion },
  ) {
    super(scope, id);
    const { plan } = site;
    const name = names(plan);
    const { approval } = plan.automation;

    gateParameters(this, plan);
    new Every(this, 'hold-gate-every-minute', {
      unit: 'minute',
      name: name.handler(holdGate.name),
      starts: makeFunction(this, holdGate, site, planLayer),
    });

    const functions = Object.fromEntries(
      journeyFunctions.map((spec) => [spec.name, makeFunction(this, spec, site, planLayer)]),
    ) as Record<JourneyFunction, HandlerFunction>;
    new Journey(this, 'initialise-journey', {
      name: name.machine('initialise'),
      timeout: Duration.minutes(5),
      functions,
      calls: initialiseCalls,
      definition: initialise,
    });
    const { machine } = new Journey(this, 'failover-journey', {
      name: name.machine('failover'),
      timeout: Duration.seconds(RUN_SECONDS_MAX + QUESTIONS_MAX * askSeconds(approval.expiresSeconds)),
      functions,
      calls: failoverCalls,
      definition: (states, versions) => failover(states, versions, approval),
    });

    for (const suspect of workloadRegions(plan).filter((other) => other !== site.region)) {
      const alarm = lossAlarm(this, plan, suspect);
      new StartOnAlarm(this, `failover-from-${suspect}`, {
        name: name.downAlarm(suspect),
        alarmArns: [alarm.alarmArn],
        machine,
      });
      startOnSignals(this, site, suspect, machine);
    }
    this.functions = functions;
    dashboard(this, site, machine);
  }
}
