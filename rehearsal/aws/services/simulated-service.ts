import type { ResourceType } from '../../deploy/resource-type';
import type { Operation } from '../operation';

/** What every simulated service offers: answers to SDK commands, and the resource types that templates may create. */
export interface Service {
  /** The SDK client class's name, such as `DynamoDBClient`; undefined where no function calls it. */
  readonly client?: string;
  readonly operations: readonly Operation[];
  readonly resourceTypes: readonly ResourceType[];
}
