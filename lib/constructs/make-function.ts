import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { FunctionSpec } from '../functions';
import type { Site } from '../uses/site';
import { HandlerFunction } from './handler-function';

/** Makes one function of `functions.ts` as this Region needs it. */
export const makeFunction = <S extends Site>(
  scope: Construct,
  spec: FunctionSpec<S>,
  site: S,
  planLayer: ILayerVersion,
): HandlerFunction =>
  new HandlerFunction(scope, spec.name, {
    functionName: names(site.plan).handler(spec.name),
    handler: spec.handler ?? spec.name,
    memoryMb: spec.memoryMb,
    timeoutSeconds: spec.timeoutSeconds,
    used: spec.uses.map((use) => use(site)),
    planLayer,
  });
