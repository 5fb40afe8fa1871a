import { only, perform } from '../perform';

const pass = (result: string) => ({ Type: 'Pass', Result: result, End: true });

it('takes the first rule that holds, whatever follows', async () => {
  const machine = {
    StartAt: 'Which?',
    States: {
      'Which?': {
        Type: 'Choice',
        Choices: [
          { Variable: '$.n', NumericGreaterThan: 9, Next: 'Nine' },
          { Variable: '$.n', NumericGreaterThan: 5, Next: 'Five' },
          { Variable: '$.n', NumericGreaterThan: 1, Next: 'One', Comment: 'also holds' },
        ],
      },
      Nine: pass('nine'),
      Five: pass('five'),
      One: pass('one'),
    },
  };
  expect((await perform(machine, { input: { n: 7 } })).ending.output).toBe('five');
});

it('fails with States.Runtime where no rule holds and there is no default, even inside a Catch of States.ALL', async () => {
  const inner = {
    StartAt: 'Which?',
    States: {
      'Which?': { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Yes' }] },
      Yes: pass('yes'),
    },
  };
  const machine = {
    StartAt: 'Both',
    States: {
      Both: {
        Type: 'Parallel',
        Branches: [inner],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
        End: true,
      },
      Caught: pass('caught'),
    },
  };
  const { ending, events } = await perform(machine);
  expect(ending).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  // The numbers are those of the history on AWS: started, Parallel entered and started, then this.
  expect(ending.cause).toBe(
    "An error occurred while executing the state 'Which?' (entered at the event id #4). " +
      'Failed to transition out of the state. The state does not point to a next state.',
  );
  expect(events.map(({ type, path }) => `${type} ${path}`)).toEqual([
    'entered Both',
    'entered Both[0]/Which?',
    'failed Both[0]/Which?',
  ]);
});

it('passes what OutputPath selects of what InputPath selects', async () => {
  const machine = {
    StartAt: 'Which?',
    States: {
      'Which?': {
        Type: 'Choice',
        InputPath: '$.in',
        OutputPath: '$.out',
        Choices: [{ Variable: '$.out', IsPresent: true, Next: 'End' }],
      },
      End: { Type: 'Succeed' },
    },
  };
  expect((await perform(machine, { input: { in: { out: 3 } } })).ending).toMatchObject({
    status: 'SUCCEEDED',
    output: 3,
  });
  expect((await perform(only({ Type: 'Succeed', OutputPath: null }))).ending.output).toEqual({});
});
