import { only, task } from './perform';
import { GUIDE, PASS, refuses, SPEC, two } from './refuse';

const to = (next: string) => ({ Type: 'Pass', Next: next });
const rule = (next: string) => ({ Variable: '$.a', IsPresent: true, Next: next });
const long = 'x'.repeat(81);

refuses(`${SPEC}#transitions`, [
  ['a StartAt that leads nowhere', { StartAt: 'Up', States: { It: PASS } }, 'failover.StartAt: there is no state "Up"'],
  ['a Next that leads nowhere', only(to('Up')), 'failover.States["It"].Next: there is no state "Up"; there are It'],
  ['Next beside End', two({ ...to('Two'), End: true }), 'failover.States["One"]: needs exactly one of Next and End'],
  ['neither Next nor End', only({ Type: 'Pass' }), 'failover.States["It"]: needs exactly one of Next and End'],
  [
    'an End that is false',
    only({ Type: 'Pass', End: false }),
    'failover.States["It"]: needs exactly one of Next and End',
  ],
]);

refuses(`${SPEC}#choice-state`, [
  [
    'a Default that leads nowhere',
    two({ Type: 'Choice', Choices: [rule('Two')], Default: 'Up' }),
    'failover.States["One"].Default: there is no state "Up"',
  ],
  [
    'a rule that leads nowhere',
    two({ Type: 'Choice', Choices: [rule('Two'), rule('Up')] }),
    'failover.States["One"].Choices[1].Next: there is no state "Up"',
  ],
]);

refuses(`${SPEC}#fallback-states`, [
  [
    'a Catch that leads nowhere',
    only(task('f', { Catch: [{ ErrorEquals: ['X'], Next: 'Up' }] })),
    'failover.States["It"].Catch[0].Next: there is no state "Up"',
  ],
]);

refuses(`${SPEC}#parallel-state`, [
  [
    'a Next that leads out of its branch',
    two({ Type: 'Parallel', Next: 'Two', Branches: [only(to('Two'))] }),
    'failover.States["One"].Branches[0].States["It"].Next: there is no state "Two"; there are It',
  ],
]);

refuses(`${GUIDE}/statemachine-structure.html`, [
  ['a state that nothing leads to', two(PASS), 'failover.States: nothing leads to Two; lead there or remove it'],
  [
    'two states of one name, even in different scopes',
    only({ Type: 'Parallel', End: true, Branches: [only(PASS)] }),
    'failover.States["It"].Branches[0].States: another state is named "It"; names are unique in the machine',
  ],
  [
    'a name longer than 80 characters',
    { StartAt: long, States: { [long]: PASS } },
    'has 81 characters; 80 are allowed',
  ],
]);
