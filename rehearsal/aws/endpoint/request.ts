import type { CallLimits } from '../../../lambdas/aws';
import { remembered } from '../../remembered';
import type { Sender } from './sender';

/** One HTTP request of an SDK client: the SDK's retries make several of them. */
export interface Request {
  /** The client class's own name, such as `DynamoDBClient`. */
  readonly client: string;
  /** The command class's own name, such as `GetItemCommand`. */
  readonly command: string;
  readonly input: object;
  readonly sender: Sender;
  readonly limits: CallLimits;
}

/** `DynamoDBClient` and `GetItemCommand` are `dynamodb` and `GetItem` in traces and reports. */
export const serviceOf = ({ client }: Pick<Request, 'client'>) => serviceNames(client);
export const operationOf = ({ command }: Pick<Request, 'command'>) => operationNames(command);

// Each is asked for several times with every request.
const serviceNames = remembered((client) => client.replace(/Client$/, '').toLowerCase());
const operationNames = remembered((command) => command.replace(/Command$/, ''));

/** What a request asks for, and of which Region. */
export const destinationOf = (request: Request) => ({
  region: request.limits.region,
  service: serviceOf(request),
  operation: operationOf(request),
});
