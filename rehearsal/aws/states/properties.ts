import { z } from 'zod';
import { tags } from '../tags';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html */
export const stateMachineProperties = z.strictObject({
  StateMachineName: z
    .string()
    .regex(/^[\w-]{1,80}$/, 'a name has 1 to 80 letters, digits, - and _')
    .optional(),
  StateMachineType: z.literal('STANDARD', 'only STANDARD machines keep what a failover needs to be proven').optional(),
  DefinitionString: z.string(),
  RoleArn: z.string(),
  // Inert: the rehearsal has its own trace.
  LoggingConfiguration: z
    .strictObject({
      Destinations: z
        .array(z.strictObject({ CloudWatchLogsLogGroup: z.strictObject({ LogGroupArn: z.string() }) }))
        .optional(),
      IncludeExecutionData: z.boolean().optional(),
      Level: z.enum(['ALL', 'ERROR', 'FATAL', 'OFF']).optional(),
    })
    .optional(),
  TracingConfiguration: z.strictObject({ Enabled: z.boolean() }).optional(),
  // Inert: for people.
  Tags: tags.optional(),
});
