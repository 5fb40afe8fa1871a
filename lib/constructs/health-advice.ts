import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import { noteAdvice } from '../functions';
import { workloadRegions } from '../regions';
import type { Site } from '../uses/site';
import { makeFunction } from './make-function';

/**
 * Notes what AWS Health says of the Regions of the workload, as advice for people. A public issue is told in the Region
 * that it is in, and in us-west-2 besides, or in us-east-1 if it is in us-west-2; elsewhere nothing arrives.
 * https://docs.aws.amazon.com/health/latest/ug/choosing-a-region.html
 */
export class HealthAdvice extends Construct {
  constructor(scope: Construct, id: string, { site, planLayer }: { site: Site; planLayer: ILayerVersion }) {
    super(scope, id);
    const { version } = makeFunction(this, noteAdvice, site, planLayer);
    new Rule(this, 'rule', {
      ruleName: names(site.plan).handler(noteAdvice.name),
      eventPattern: {
        source: ['aws.health'],
        detailType: ['AWS Health Event'],
        detail: { eventTypeCategory: ['issue'], eventRegion: [...workloadRegions(site.plan)] },
      },
      targets: [new LambdaFunction(version)],
    });
  }
}
