import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import { checkIndependence } from '../independence/check-independence';
import type { FunctionSpec } from '../functions';
import type { Site } from '../uses/site';
import { HandlerFunction } from './handler-function';

/** Makes one function of `functions.ts` as this Region needs it. */
export const makeFunction = <S extends Site>(
  scope: Construct,
  spec: FunctionSpec<S>,
  site: S,
  planLayer: ILayerVersion,
): HandlerFunction => {
  const functionName = names(site.plan).handler(spec.name);
  const used = spec.uses.map((use) => use(site));
  if (spec.onFailoverPath) checkIndependence({ functionName, site, used });
  return new HandlerFunction(scope, spec.name, {
    functionName,
    handler: spec.handler ?? spec.name,
    memoryMb: spec.memoryMb,
    timeoutSeconds: spec.timeoutSeconds,
    used,
    planLayer,
  });
};
