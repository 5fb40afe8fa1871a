import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import { exercise } from '../functions';
import type { JourneySite } from '../uses/site';
import { Every } from './every';
import { makeFunction } from './make-function';

/** In a workload Region: calls what the journeys call, every day, so that nothing is found broken on the day (S19). */
export class DailyExercise extends Construct {
  constructor(scope: Construct, id: string, { site, planLayer }: { site: JourneySite; planLayer: ILayerVersion }) {
    super(scope, id);
    new Every(this, 'every-day', {
      unit: 'day',
      name: names(site.plan).handler(exercise.name),
      starts: makeFunction(this, exercise, site, planLayer),
    });
  }
}
