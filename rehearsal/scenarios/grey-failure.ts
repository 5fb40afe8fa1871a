import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** This share of writes fails; the health page goes on answering 200. */
const FAILING = 0.4;

/** Something in the active Region fails now and then, behind a page that says that all is well. */
export const greyFailure: Scenario = {
  ...regionLoss,
  name: 'grey-failure',
  summary: 'the active Region’s page answers 200 while 40 % of its writes fail; the application moves',
  faults: ['F9'],
  expects: { outcome: 'moved', mayHold: 'when it asks' },
  strike: ({ cloud: { world }, active }) => {
    const draw = world.random('grey failure');
    world.faults.writeFails = (region) => region === active && draw() < FAILING;
  },
};
