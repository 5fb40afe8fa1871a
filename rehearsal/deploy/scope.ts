import type { Json } from '../asl/json';
import { DeployFault } from './deploy-fault';
import type { Created } from './resource-type';
import type { Template } from './template';

/** Everything that a template's functions may refer to while its stack is being created. */
export interface Scope {
  readonly stack: string;
  readonly region: string;
  readonly account: string;
  readonly template: Template;
  /** What `Ref` and `Fn::GetAtt` answer for the resources created so far. */
  readonly created: ReadonlyMap<string, Created>;
}

/** `Ref`'s answer to a name; undefined is `AWS::NoValue`, which takes the property away. */
export const referTo = (scope: Scope, name: string, where: string): Json | undefined => {
  if (name.startsWith('AWS::')) return pseudoParameter(scope, name, where);
  const parameter = scope.template.Parameters[name];
  if (parameter) return parameterValue(name, parameter, where);
  return createdOf(scope, name, where).ref;
};

/** `Fn::GetAtt`'s answer. */
export const attributeOf = (scope: Scope, name: string, attribute: string, where: string): string => {
  const value = createdOf(scope, name, where).attributes?.[attribute];
  if (value !== undefined) return value;
  const type = scope.template.Resources[name]?.Type;
  throw new DeployFault(where, `${type} ${name} has no attribute ${attribute} in the simulated AWS`);
};

const pseudoParameter = ({ account, region, stack }: Scope, name: string, where: string): string | undefined => {
  switch (name) {
    case 'AWS::AccountId':
      return account;
    case 'AWS::Region':
      return region;
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    case 'AWS::StackName':
      return stack;
    case 'AWS::StackId':
      return `arn:aws:cloudformation:${region}:${account}:stack/${stack}/rehearsal`;
    case 'AWS::NoValue':
      return undefined;
    default:
      throw new DeployFault(where, `pseudo-parameter ${name} is not simulated`);
  }
};

const parameterValue = (name: string, { Type, Default }: Template['Parameters'][string], where: string): string => {
  if (Type === 'String' && Default !== undefined) return Default;
  throw new DeployFault(
    where,
    `parameter ${name} (${Type}) has no value in a rehearsal; only String with a default has`,
  );
};

const createdOf = ({ created, template }: Scope, name: string, where: string): Created => {
  const found = created.get(name);
  if (found) return found;
  const why = template.Resources[name]
    ? 'its condition is false, or it comes later'
    : 'the template does not declare it';
  throw new DeployFault(where, `there is no resource ${name}: ${why}`);
};
