import type { ClientClass } from '../../lambdas/aws';
import type { Difference, Moment, Step } from './contract-case';

/** Which Region is asked, us-east-1 unless said, and what the comparison must know. */
interface Options {
  readonly region?: string;
  readonly varies?: readonly string[];
  readonly differs?: Difference;
}

/**
 * A step that sends one command; the input may depend on the side's time.
 *
 * @example step(SSMClient, GetParameterCommand, { Name: '/gate' }, { varies: ['Parameter.LastModifiedDate'] })
 */
export const step = <Input extends object>(
  client: unknown,
  command: new (input: Input) => object,
  input: NoInfer<Input> | ((moment: Moment) => NoInfer<Input>),
  { region = 'us-east-1', varies = [], differs }: Options = {},
): Step => ({
  client: client as ClientClass<unknown>,
  command,
  operation: command.name.replace(/Command$/, ''),
  region,
  varies,
  differs,
  input: (moment) => (typeof input === 'function' ? input(moment) : input),
});
