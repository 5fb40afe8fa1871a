import { parseDefinition } from '../../asl/definition';
import { physicalName } from '../../deploy/physical-name';
import { resourceType, type ResourceType } from '../../deploy/resource-type';
import { rememberedOf } from '../../remembered';
import type { Iam } from '../services/security';
import { stateMachineProperties } from './properties';

/** A state machine as its template made it. */
export interface Machine {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly roleArn: string;
  readonly definition: ReturnType<typeof parseDefinition>;
}

/** Creates machines from templates; a definition that the interpreter does not know in full is refused. */
export const stateMachineType = (machines: Machine[], iam: Iam): ResourceType =>
  resourceType('AWS::StepFunctions::StateMachine', stateMachineProperties, (properties, placement) => {
    const { region, account } = placement;
    const name = properties.StateMachineName ?? physicalName(placement);
    const arn = `arn:aws:states:${region}:${account}:stateMachine:${name}`;
    if (machines.some((machine) => machine.arn === arn)) throw new Error(`${arn} exists already`);
    iam.assume(properties.RoleArn, 'states.amazonaws.com', { 'aws:SourceAccount': account, 'aws:SourceArn': arn });
    const definition = definitionOf(properties, name);
    machines.push({ arn, name, region, roleArn: properties.RoleArn, definition });
    return { ref: arn, attributes: { Arn: arn, Name: name } };
  });

/** Parsed once for the same properties, which are the same in every rehearsal that a process plays of a template. */
const definitionOf = rememberedOf(({ DefinitionString }: { readonly DefinitionString: string }, name: string) =>
  parseDefinition(DefinitionString, name),
);
