import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import type { Plan } from '../../lambdas/plan/plan';

/** A gate that never was open. CloudFormation writes it once: a later deployment does not close an open gate. */
const CLOSED = JSON.stringify({ until: '1970-01-01T00:00:00.000Z', epoch: 0 });

/** The parameter of every write gate in the plan, closed. */
export const gateParameters = (scope: Construct, { resources }: Plan): void => {
  for (const resource of resources) {
    if (resource.kind !== 'gate-parameter') continue;
    new StringParameter(scope, `gate-${resource.name}`, {
      parameterName: resource.parameter,
      stringValue: CLOSED,
      description: 'Writes are allowed until this time; renewed by hold-gate, never by hand',
    });
  }
};
