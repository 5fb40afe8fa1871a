import aslValidator from 'asl-validator';
import * as controls from '../../lambdas/authority/controls';
import { UnderstudyError } from '../../lambdas/errors';
import { synthesize } from '../lib/synthesize';
import { resourcesOf } from '../lib/template';
import { everyPath, everyState, type Definition } from './definition';

const HERE = 'us-west-2';
const { template } = synthesize();
const stacks = [template(HERE), template(`backup-${HERE}`)];
const all = (type: string) => stacks.flatMap((stack) => resourcesOf(stack, HERE, type));
const machines = all('AWS::StepFunctions::StateMachine').map(({ Properties }) => ({
  name: String(Properties['StateMachineName']),
  properties: Properties,
  definition: JSON.parse(String(Properties['DefinitionString'])) as Definition,
}));
const versions = all('AWS::Lambda::Version');

it('S27 never tries again what a person said and what stays refused, so that they hear at once what to do', () => {
  const refusals = Object.values(controls).flatMap((one) =>
    typeof one === 'function' && one.prototype instanceof UnderstudyError ? [one.name] : [],
  );
  expect(refusals).toContain('TurnedOnSince');
  for (const machine of ['acknowledge', 'kill-switch']) {
    const { definition } = machines.find(({ name }) => name.endsWith(machine))!;
    const retriers = everyState(definition).flatMap(([, { Retry = [] }]) => Retry);
    const final = retriers.find(
      ({ MaxAttempts, ErrorEquals }) => MaxAttempts === 0 && ErrorEquals.includes('InvalidInput'),
    );
    expect(final?.ErrorEquals).toEqual(expect.arrayContaining(refusals));
  }
});

describe.each(machines)('$name', ({ properties, definition }) => {
  const tasks = everyState(definition).filter(([, { Type }]) => Type === 'Task');

  it('is accepted by asl-validator', () => {
    const { isValid, errorsText } = aslValidator(definition);
    expect(isValid ? '' : errorsText()).toBe('');
  });

  it('ends by itself, and is logged and traced', () => {
    expect(definition.TimeoutSeconds).toBeGreaterThan(0);
    expect(properties).toMatchObject({
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: true },
    });
  });

  it.each(tasks)('%s times out, is retried and caught, so nothing hangs and every run closes', (name, task) => {
    const waitsForPeople = String(task.Resource).endsWith('.waitForTaskToken');
    expect(task.TimeoutSeconds).toBe(waitsForPeople ? 1_860 : 30);
    expect(task.Retry).toMatchObject([
      {
        ErrorEquals: expect.arrayContaining([
          'Lambda.ServiceException',
          'Lambda.AWSLambdaException',
          'Lambda.SdkClientException',
          'Lambda.ClientExecutionTimeoutException',
          'Lambda.TooManyRequestsException',
          'Lambda.Unknown',
          'Sandbox.Timedout',
          'TooManyRequestsException',
          'ThrottlingException',
        ]),
        IntervalSeconds: 1,
        BackoffRate: 2,
        MaxAttempts: 4,
        MaxDelaySeconds: 8,
        JitterStrategy: 'FULL',
      },
      { ErrorEquals: ['States.Timeout'], MaxAttempts: waitsForPeople ? 0 : 2 },
      // What is wrong by itself stays wrong; everything else may pass within minutes.
      { ErrorEquals: expect.arrayContaining(['InvalidInput', 'StaleEpoch']), MaxAttempts: 0 },
      // S30: evidence cannot be made good later, so it is tried for longest.
      {
        ErrorEquals: ['States.TaskFailed'],
        MaxAttempts: name === 'Write the evidence late' ? 25 : 20,
        MaxDelaySeconds: 15,
      },
    ]);
    expect(task.Catch?.at(-1)).toMatchObject({ ErrorEquals: ['States.ALL'] });
  });

  it.each(tasks)('%s calls a published version that a deployment retains', (_, { Resource, Parameters }) => {
    // News and questions are handed over by the integration, which names the function in its parameters.
    const called = Resource?.startsWith('arn:aws:states:::lambda:invoke') ? Parameters?.['FunctionName'] : Resource;
    const name = /^arn:aws:lambda:us-west-2:\d{12}:function:([a-z-]+):1$/.exec(String(called))?.[1];
    const version = versions.find(({ Properties }) => Properties['FunctionName'] === name);
    expect(version?.DeletionPolicy).toBe('Retain');
  });

  it('has only plain paths and no intrinsic functions, so any executor can judge it', () => {
    const plain = /^\$(\$\.(Execution|Map|Task)(\.[A-Za-z]+)+|(\.[A-Za-z]+)*)$/;
    expect(everyPath(definition).filter((path) => !plain.test(path))).toEqual([]);
    expect(JSON.stringify(definition)).not.toMatch(/States\.(Format|StringToJson|JsonToString|Array|Hash|UUID|Math)/);
    expect(definition).not.toHaveProperty('QueryLanguage');
  });
});
