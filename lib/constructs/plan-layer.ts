import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stage } from 'aws-cdk-lib';
import { Code, LayerVersion } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { Plan } from '../../lambdas/plan/plan';

/**
 * The parsed plan as `/opt/plan.json`. A published version keeps its layer even after the layer version is deleted
 * (https://docs.aws.amazon.com/lambda/latest/dg/creating-deleting-layers.html), so a run in flight keeps its plan.
 */
export const planLayer = (scope: Construct, plan: Plan): LayerVersion => {
  const text = JSON.stringify(plan, null, 2);
  const directory = join(Stage.of(scope)!.outdir, 'plan');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'plan.json'), text);
  return new LayerVersion(scope, 'plan', {
    layerVersionName: `${names(plan).prefix}-plan`,
    description: `The plan of ${plan.application}`,
    // Given, because CDK remembers assets by path, and one process may write more than one plan to it.
    code: Code.fromAsset(directory, { assetHash: createHash('sha256').update(text).digest('hex') }),
  });
};
