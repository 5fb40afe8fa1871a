import { Duration } from 'aws-cdk-lib';
import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import { acknowledge, answerCalls, approve, controlCalls, killSwitch } from '../../statemachines/control';
import { answer, control } from '../functions';
import type { Site } from '../uses/site';
import { Journey } from './journey';
import { makeFunction } from './make-function';

/** What a person can say to Understudy in this Region, whichever others are gone (S27). */
export class Controls extends Construct {
  constructor(scope: Construct, id: string, { site, planLayer }: { site: Site; planLayer: ILayerVersion }) {
    super(scope, id);
    const functions = { control: makeFunction(this, control, site, planLayer) };
    for (const [name, definition] of Object.entries({ 'kill-switch': killSwitch, acknowledge })) {
      new Journey(this, name, {
        name: names(site.plan).machine(name),
        timeout: Duration.minutes(10),
        functions,
        calls: controlCalls,
        definition,
      });
    }
    // A machine for each role, so that IAM tells who may answer for whom.
    const answering = { answer: makeFunction(this, answer, site, planLayer) };
    for (const role of site.plan.automation.approval.roles) {
      const name = `approve-${role}`;
      new Journey(this, name, {
        name: names(site.plan).machine(name),
        timeout: Duration.minutes(10),
        functions: answering,
        calls: answerCalls,
        definition: approve(role),
      });
    }
  }
}
