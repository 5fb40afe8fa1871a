import type { Exchange } from '../../../rehearsal/aws/endpoint/records';
import { checkValue } from './check-value';
import { modelledOperation, type ServiceModel } from './service-model';
import { undeclaredErrors } from './undeclared-errors';

/** What one exchange breaks of its service's model: the answer's members and types, or the error's name. */
export const checkExchange = (
  model: ServiceModel,
  { client, operation, input, outcome }: Exchange,
): readonly string[] => {
  const { input: inputs, output: outputs, errors = [] } = modelledOperation(model, operation);
  if ('fault' in outcome) {
    const declared = errors.map(({ shape }) => shape);
    return checkFault(model, operation, outcome.fault, [...declared, ...undeclaredErrors(client).names]);
  }
  return [
    ...(inputs ? checkValue(model, inputs.shape, input, operation) : []),
    ...(outputs ? checkValue(model, outputs.shape, outcome.output, `${operation}'s answer`) : []),
  ];
};

const checkFault = (
  model: ServiceModel,
  operation: string,
  fault: Error & { readonly $metadata?: { readonly httpStatusCode?: number } },
  allowed: readonly string[],
): readonly string[] => {
  const { name, $metadata } = fault;
  if (!allowed.includes(name)) return [`${operation} answers ${name}; AWS declares ${allowed.join(', ')}`];
  const status = $metadata?.httpStatusCode;
  const modelled = model.shapes[name]?.error?.httpStatusCode;
  if (status === undefined) return [`${operation} answers ${name} without an HTTP status`];
  return modelled === undefined || modelled === status
    ? []
    : [`${operation} answers ${name} with HTTP ${status}; AWS's model says ${modelled}`];
};
