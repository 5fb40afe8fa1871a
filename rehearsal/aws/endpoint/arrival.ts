import { remembered } from '../../remembered';
import type { World } from '../../world/world';
import type { Context } from '../iam/conditions';
import type { Iam, Kms } from '../services/security';
import type { Call, Operation } from '../operation';
import { accessDenied } from './access-denied';
import type { Recorder } from './records';
import { destinationOf, serviceOf, type Request } from './request';

/** What a request that arrived needs of the simulated AWS. */
export interface ArrivalParts {
  readonly world: World;
  readonly account: string;
  readonly iam: Iam;
  readonly kms: Pick<Kms, 'find'>;
}

/** The answer, or the refusal, which it throws. */
export type Answer = () => object;

/** The request is with the service: its effect is made now; some services only promise their answer. */
export const arrive = (
  parts: ArrivalParts,
  recorder: Recorder,
  request: Request,
  operation: Operation,
  id: string,
): Answer | Promise<Answer> => {
  const { limits, sender, input } = request;
  const { region } = limits;
  const call: Call = { world: parts.world, account: parts.account, region, caller: sender, limits, id };
  const refuse = (fault: unknown): Answer => {
    recorder.refusal(request, fault as Error, id);
    recorder.exchange(request, { fault: fault as Error });
    return () => {
      throw fault;
    };
  };
  const accept = (answered: object): Answer => {
    const { told } = parts.world.faults;
    const output = told?.({ ...destinationOf(request), input: request.input, output: answered }) ?? answered;
    recorder.exchange(request, { output });
    return () => output;
  };
  try {
    parts.world.faults.call?.(destinationOf(request));
    authorize(parts, request, operation, call);
    const answer = operation.run(input as never, call);
    const target = operation.effect?.(input as never, call);
    if (target !== undefined) recorder.effect(request, target, id);
    return answer instanceof Promise ? answer.then(accept, refuse) : accept(answer);
  } catch (fault) {
    return refuse(fault);
  }
};

const authorize = ({ iam, kms }: ArrivalParts, request: Request, operation: Operation, call: Call) => {
  const { sender, input, limits } = request;
  for (const { action, resource, context } of operation.authorize(input as never, call)) {
    // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-resource-aliases
    const more = action.startsWith('kms:')
      ? { 'kms:ResourceAliases': kms.find(limits.region, resource)?.aliases ?? [], ...context }
      : context;
    const known = saidTo(limits.region);
    const judgement = iam.judge(sender.roleArn, action, resource, more ? { ...known, ...more } : known);
    if (judgement === 'allowed') continue;
    throw accessDenied(serviceOf(request), {
      roleArn: sender.roleArn,
      session: sender.name,
      action,
      resource,
      judgement,
    });
  }
};

/** What every request to a Region says of itself. */
const saidTo = remembered((region): Context => ({ 'aws:SecureTransport': 'true', 'aws:RequestedRegion': region }));
