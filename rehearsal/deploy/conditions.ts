import type { Json } from '../asl/json';
import { DeployFault } from './deploy-fault';
import { resolve } from './intrinsics';
import type { Scope } from './scope';

/**
 * Whether a condition of the template's `Conditions` holds.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
export const conditionHolds = (name: string, scope: Scope, where: string): boolean => {
  const condition = scope.template.Conditions[name];
  if (condition === undefined) throw new DeployFault(where, `there is no condition ${name}`);
  return holds(condition, scope, `${scope.stack}.Conditions.${name}`);
};

const holds = (condition: Json, scope: Scope, where: string): boolean => {
  const [[operator, argument] = ['', null], ...others] = Object.entries(condition ?? {});
  if (others.length > 0) throw new DeployFault(where, 'a condition has exactly one function');
  const parts = Array.isArray(argument) ? (argument as readonly Json[]) : [];
  const isTrue = (part: Json) => holds(part, scope, `${where}.${operator}`);
  switch (operator) {
    case 'Fn::Equals': {
      if (parts.length !== 2) throw new DeployFault(where, `Fn::Equals takes 2 arguments, not ${parts.length}`);
      const [one, other] = parts.map((part) => JSON.stringify(resolve(part, scope, where)));
      return one === other;
    }
    case 'Fn::And':
      return parts.every(isTrue);
    case 'Fn::Or':
      return parts.some(isTrue);
    case 'Fn::Not':
      return !parts.some(isTrue);
    case 'Condition':
      return conditionHolds(String(argument), scope, where);
    default:
      throw new DeployFault(where, `condition function ${operator || JSON.stringify(condition)} is not simulated`);
  }
};
