import { conflictsOf } from '../../../rehearsal/aws/conflicts';
import { isEventualRead } from '../../../rehearsal/aws/eventual-reads';
import { answerFromThePast } from '../../../rehearsal/faults/answer-from-the-past';
import { answerInParts } from '../../../rehearsal/faults/answer-in-parts';
import { refuseChanges } from '../../../rehearsal/faults/refuse-changes';
import type { Stage } from '../../../rehearsal/scenarios/scenario';
import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { quickStart } from '../../quick-start';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const region = 'us-west-2';
const stage = (): Stage => ({
  cloud: { world } as unknown as Stage['cloud'],
  plan: quickStart(),
  active: 'us-east-1',
  standby: region,
});
const pass = (seconds: number) => world.run(world.clock.sleep(seconds * 1000));
/** What a caller is told of what the service answers; undefined: that, unchanged. */
const told = (service: string, operation: string, output: object, input: object = {}) =>
  world.faults.told?.({ service, operation, region, input, output }) ?? output;

describe('F28 an answer from the past', () => {
  const ask = (runs: number) => told('ecs', 'DescribeServices', { runs }, { services: ['web'] });

  it('is what the same question was answered a while ago', async () => {
    const mend = answerFromThePast.strike(stage(), () => 0);
    expect(ask(0)).toEqual({ runs: 0 });
    await pass(10);
    expect(ask(6)).toEqual({ runs: 0 });
    await pass(6);
    expect(ask(6)).toEqual({ runs: 6 });
    expect(told('ecs', 'DescribeServices', { runs: 1 }, { services: ['worker'] })).toEqual({ runs: 1 });
    mend();
    expect(ask(7)).toEqual({ runs: 7 });
  });

  it('is never given where AWS promises to answer what is so', () => {
    answerFromThePast.strike(stage(), () => 0);
    for (const ConsistentRead of [true, false]) told('dynamodb', 'GetItem', { epoch: 1 }, { ConsistentRead });
    expect(told('dynamodb', 'GetItem', { epoch: 2 }, { ConsistentRead: true })).toEqual({ epoch: 2 });
    expect(told('dynamodb', 'GetItem', { epoch: 2 }, { ConsistentRead: false })).toEqual({ epoch: 1 });
    expect(isEventualRead({ service: 's3', operation: 'GetObject', input: {} })).toBe(false);
    expect(isEventualRead({ service: 'ssm', operation: 'PutParameter', input: {} })).toBe(false);
  });
});

describe('F28 an answer in parts', () => {
  it('has pages that end early', () => {
    const mend = answerInParts.strike(stage(), () => 0);
    const entriesMax = () => world.faults.pageEntriesMax?.({ service: 'dynamodb', operation: 'Query', region });
    expect(entriesMax()).toBe(1);
    mend();
    expect(entriesMax()).toBeUndefined();
  });

  it('says of a metric that it is not whole, and lacks the newest first', () => {
    const answer = { MetricDataResults: [{ Id: 'lag', Timestamps: [3, 2, 1], Values: [30, 20, 10] }] };
    const tell = (drawn: number) => {
      const draws = [0, 1, 0, drawn];
      const mend = answerInParts.strike(stage(), () => draws.shift() ?? 0);
      const said = told('cloudwatch', 'GetMetricData', answer);
      mend();
      return said;
    };
    expect(tell(0.6)).toEqual({
      MetricDataResults: [{ Id: 'lag', Timestamps: [2, 1], Values: [20, 10], StatusCode: 'PartialData' }],
    });
    expect(tell(0)).toEqual({
      MetricDataResults: [{ Id: 'lag', Timestamps: [], Values: [], StatusCode: 'InternalError' }],
    });
  });
});

describe('F26 a change while another one is under way', () => {
  it('is refused as the service does, and only where it does', () => {
    refuseChanges.strike(stage(), () => 0);
    const call = (service: string, operation: string) => () => world.faults.call?.({ service, operation, region });
    expect(call('rds', 'FailoverGlobalCluster')).toThrow(
      expect.objectContaining({ name: 'InvalidGlobalClusterStateFault', $metadata: { httpStatusCode: 400 } }),
    );
    expect(call('lambda', 'PutFunctionConcurrency')).toThrow(
      expect.objectContaining({ name: 'ResourceConflictException', $metadata: { httpStatusCode: 409 } }),
    );
    expect(call('ssm', 'PutParameter')).toThrow(expect.objectContaining({ name: 'TooManyUpdates' }));
    expect(call('s3', 'PutObject')).toThrow(expect.objectContaining({ name: 'OperationAborted' }));
    expect(call('ssm', 'GetParameter')).not.toThrow();
    expect(conflictsOf('ecs', 'UpdateService')).toEqual([]);
  });
});
