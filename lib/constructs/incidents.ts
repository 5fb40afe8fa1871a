import { Duration } from 'aws-cdk-lib';
import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import { incident, incidentCalls } from '../../statemachines/incident';
import { incidentFunctions } from '../functions';
import type { JourneySite } from '../uses/site';
import type { HandlerFunction } from './handler-function';
import { Journey } from './journey';
import { makeFunction } from './make-function';

/** What tells people that no Region is left to move the application to; in Regions that do not run it, because they outlive it. */
export class Incidents extends Construct {
  constructor(scope: Construct, id: string, { site, planLayer }: { site: JourneySite; planLayer: ILayerVersion }) {
    super(scope, id);
    const functions = Object.fromEntries(
      incidentFunctions.map((spec) => [spec.name, makeFunction(this, spec, site, planLayer)]),
    ) as Record<(typeof incidentCalls)[number], HandlerFunction>;
    new Journey(this, 'incident-journey', {
      name: names(site.plan).machine('incident'),
      // Evidence that cannot be written is tried for up to four fifths of it, and a run that times out tells nobody.
      timeout: Duration.hours(1),
      functions,
      calls: incidentCalls,
      definition: incident,
    });
  }
}
