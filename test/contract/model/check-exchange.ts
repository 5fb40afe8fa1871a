import type { Exchange } from '../../../rehearsal/aws/endpoint/records';
import { NotSimulated } from '../../../rehearsal/aws/not-simulated';
import { checkValue } from './check-value';
import { modelledOperation, type ServiceModel } from './service-model';
import { undeclaredErrors } from './undeclared-errors';

/** What one exchange breaks of its service's model: the answer's members and types, or the error's name. */
export const checkExchange = (model: ServiceModel, { client, operation, input, outcome }: Exchange): readonly string[] => {
  const { input: inputs, output: outputs, errors = [] } = modelledOperation(model, operation);
  if ('fault' in outcome) {
    const { name } = outcome.fault;
    const allowed = [...errors.map(({ shape }) => shape), ...undeclaredErrors(client).names];
    return allowed.includes(name) ? [] : [`${operation} answers ${name}; AWS declares ${allowed.join(', ')}`];
  }
  return [
    ...(inputs ? checkValue(model, inputs.shape, input, operation) : []),
    ...(outputs ? checkValue(model, outputs.shape, outcome.output, `${operation}'s answer`) : []),
  ];
};

/** Whether the simulation itself gave up; that is no answer of a service, and is reported elsewhere. */
export const isSimulated = ({ outcome }: Exchange): boolean => !('fault' in outcome && outcome.fault instanceof NotSimulated);
