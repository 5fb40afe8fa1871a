import { only, perform } from '../perform';

it('ends the execution with its error and cause', async () => {
  const { ending } = await perform(only({ Type: 'Fail', Error: 'aborted', Cause: 'nothing was promoted' }));
  expect(ending).toMatchObject({ status: 'FAILED', error: 'aborted', cause: 'nothing was promoted' });
});

it('takes both from the input with ErrorPath and CausePath', async () => {
  const machine = only({ Type: 'Fail', ErrorPath: '$.closed.error', CausePath: '$.closed.cause' });
  const { ending } = await perform(machine, {
    input: { closed: { error: 'needs-a-person', cause: 'the canary failed' } },
  });
  expect(ending).toMatchObject({ status: 'FAILED', error: 'needs-a-person', cause: 'the canary failed' });
});

it('fails with States.Runtime where ErrorPath does not lead to a string', async () => {
  const { ending } = await perform(only({ Type: 'Fail', ErrorPath: '$.error' }), { input: { error: 3 } });
  expect(ending).toMatchObject({
    error: 'States.Runtime',
    cause: expect.stringContaining("The ErrorPath '$.error' leads to 3"),
  });
});
