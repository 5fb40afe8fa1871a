import { GUIDE, only, sequence, type Case } from '../case';

const QUOTAS = `${GUIDE}/service-quotas.html`;
const half = 'x'.repeat(131_072);
/** With its brackets and quotes, 262,144 bytes. */
const whole = ['x'.repeat(262_140)];

/** What may pass between states, and how much may happen. */
export const limits: readonly Case[] = [
  {
    it: '262,144 bytes pass between states',
    source: QUOTAS,
    definition: only({ Type: 'Pass' }),
    input: whole,
    ends: { status: 'SUCCEEDED', output: whole },
    moto: {
      says: { status: 'FAILED', error: 'States.DataLimitExceeded' },
      because: 'allows only less than 262,144 bytes',
    },
  },
  {
    it: 'more than 262,144 bytes end the execution with States.DataLimitExceeded, and States.ALL does not catch that',
    source: `${GUIDE}/concepts-error-handling.html`,
    definition: sequence({
      Double: {
        Type: 'Parallel',
        Branches: ['A', 'B'].map((name) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } })),
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
        Next: 'Caught',
      },
      Caught: { Type: 'Succeed' },
    }),
    input: { a: half },
    ends: { status: 'FAILED', error: 'States.DataLimitExceeded' },
  },
  {
    it: 'the 25,000th event of a history ends the execution',
    source: QUOTAS,
    definition: sequence({
      One: { Type: 'Pass' },
      Again: { Type: 'Choice', Choices: [{ Variable: '$', IsPresent: false, Next: 'Done' }], Default: 'One' },
      Done: { Type: 'Succeed' },
    }),
    ends: { status: 'FAILED', error: 'States.Runtime' },
    moto: { notAsked: 'counts no events, so the loop would never end' },
  },
];
