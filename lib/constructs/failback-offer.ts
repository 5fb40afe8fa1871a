import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import { offerFailback } from '../functions';
import type { JourneySite } from '../uses/site';
import { Every } from './every';
import { makeFunction } from './make-function';

/** In the preferred Region: looks whether the application, while it lives elsewhere, could move back (S5). */
export class FailbackOffer extends Construct {
  constructor(scope: Construct, id: string, { site, planLayer }: { site: JourneySite; planLayer: ILayerVersion }) {
    super(scope, id);
    new Every(this, 'every-quarter', {
      unit: 'quarter of an hour',
      name: names(site.plan).handler(offerFailback.name),
      starts: makeFunction(this, offerFailback, site, planLayer),
    });
  }
}
