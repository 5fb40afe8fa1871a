import { InternalErrorException } from '@aws-sdk/client-sns';
import { faults, faultsNamed } from '../../../rehearsal/faults/all';
import { refuseCalls } from '../../../rehearsal/faults/refuse-calls';
import { rehearse } from '../../../rehearsal/rehearse';
import { scenarioNamed } from '../../../rehearsal/scenarios/find';
import { quickStart } from '../../quick-start';
import { quickStartAssembly } from '../assembly';

const assembly = quickStartAssembly();
afterAll(() => assembly.remove());

it('S7 S10 S12 moves through faults upon faults: duplicates, throttling, missed starts, no global control plane', async () => {
  const { problems, runs } = await rehearse({
    plan: quickStart(),
    scenario: scenarioNamed('region-loss'),
    seed: 3,
    faults: faultsNamed(['F14', 'F24', 'F37', 'F38']),
    assemblyDir: assembly.dir,
  });
  expect(problems).toEqual([]);
  // Three copies of one alarm's event start three runs, and one of them leads.
  expect(runs.filter(({ evidence }) => evidence?.outcome === 'moved')).toHaveLength(1);
  expect(runs.length).toBeGreaterThan(2);
});

it('knows each fault by an id of its own', () => {
  expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
  expect(() => faultsNamed(['F99'])).toThrow('no fault F99 can be added; allowed are F14, F15');
});

it('F24 refuses calls beside those that fail already, each service by its own codes', () => {
  const world = { faults: {} } as Parameters<typeof refuseCalls>[0];
  refuseCalls(world, ({ service }) => ['sns', 'cloudwatch'].includes(service));
  refuseCalls(
    world,
    ({ service }) => ['rds', 's3', 'ssm', 'nobody'].includes(service),
    ({ throttled }) => throttled[0],
  );
  const call = (service: string) => () => world.faults.call?.({ service, operation: 'Any', region: 'us-west-2' });
  expect(call('sns')).toThrow(InternalErrorException);
  expect(call('cloudwatch')).toThrow(expect.objectContaining({ name: 'ServiceUnavailable' }));
  expect(call('rds')).toThrow(expect.objectContaining({ name: 'Throttling' }));
  expect(call('s3')).toThrow(expect.objectContaining({ name: 'SlowDown', $metadata: { httpStatusCode: 503 } }));
  expect(call('ssm')).toThrow(expect.objectContaining({ name: 'ThrottlingException' }));
  expect(call('ecs')).not.toThrow();
  expect(call('nobody')).toThrow('nobody: how it refuses a request is unknown; add it to refusals.ts');
});
