/** An SDK request for what a service knows. */
interface Read {
  readonly service: string;
  readonly operation: string;
  readonly input: object;
}

/**
 * Reads that may answer what was true a while ago, with what AWS says of them. Where it says nothing, nothing is promised
 * either, and a caller that relied on it would rely on a guess. S3 is not among them: its reads follow its writes.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html#ConsistencyModel
 */
const eventual: readonly (readonly [service: string, operations: RegExp, isEventual?: (input: object) => boolean])[] = [
  // https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html
  ['ec2', /^Describe/],
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html
  ['dynamodb', /^(GetItem|Query)$/, (input) => !('ConsistentRead' in input && input.ConsistentRead === true)],
  // Eventual for one: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribePendingMaintenanceActions.html
  // Nothing is said of https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeGlobalClusters.html
  ['rds', /^Describe/],
  // Nothing is said: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
  ['ecs', /^Describe/],
  // "Allow a short period of time": https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DisableRule.html
  ['eventbridge', /^Describe/],
  // Nothing is said: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html
  ['lambda', /^(Get|List)/],
  // Nothing is said: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
  ['ssm', /^Get/],
];

/** Whether a read may be answered from the past. */
export const isEventualRead = ({ service, operation, input }: Read): boolean =>
  eventual.some(
    ([asked, operations, isEventual = () => true]) =>
      asked === service && operations.test(operation) && isEventual(input),
  );
