import type { Canary } from './canary';

/** The planted bugs, each in the code as it is deployed. */
export const canaries: readonly Canary[] = [
  {
    name: 'the epoch is not checked',
    plants: [
      {
        file: 'lambdas/steps/enter.ts',
        find: 'if (!item || !isLedBy(item, move)) {',
        replace: 'if (!item) {',
      },
    ],
    scenarios: ['target-lost-in-mid-run', 'target-lost-while-promoting', 'two-leaders', 'flapping'],
  },
  {
    name: 'an abstention counts as a vote',
    plants: [
      {
        file: 'lambdas/decision/electorate.ts',
        find: "down: saying(fresh, 'down')",
        replace: "down: [...saying(fresh, 'down'), ...saying(fresh, 'abstains')]",
      },
    ],
    scenarios: ['region-loss', 'events-lost'],
  },
  {
    name: 'unknown counts as down',
    plants: [
      {
        file: 'lambdas/decision/electorate.ts',
        find: "down: saying(fresh, 'down')",
        replace: "down: [...saying(fresh, 'down'), ...saying(fresh, 'unknown')]",
      },
    ],
    scenarios: ['flapping', 'blip', 'recovers-in-time', 'grey-failure'],
  },
  {
    name: 'the promotion does not wait for the fence',
    plants: [
      {
        file: 'lambdas/steps/judge-fence.ts',
        find: 'if (attested !== undefined) return',
        replace: 'if (attested === undefined) return',
      },
      {
        file: 'statemachines/failover.ts',
        find: "return alone('Fence', '$.phases.fence', fn.fence)\n    .next(\n      inPhase(\n        'Make ready',",
        replace: "return inPhase(\n        'Make ready',\n        steps('Fence', '$.phases.fence', fn.fence),",
      },
      {
        file: 'statemachines/failover.ts',
        find: "steps('Scale', '$.phases.scale', fn.scale),\n      ),\n    )",
        replace: "steps('Scale', '$.phases.scale', fn.scale),\n      )",
      },
    ],
  },
  {
    name: 'traffic moves before the canary',
    plants: [
      {
        file: 'lambdas/steps/phases.ts',
        find: "['fence', 'promote', 'openGate', 'prove', 'shift', 'verify']",
        replace: "['fence', 'promote', 'openGate', 'shift', 'prove', 'verify']",
      },
      {
        file: 'statemachines/failover.ts',
        find: "    .next(alone('Prove', '$.phases.prove', fn.prove))\n    .next(alone('Shift traffic', '$.phases.shift', fn.shift))\n",
        replace:
          "    .next(alone('Shift traffic', '$.phases.shift', fn.shift))\n    .next(alone('Prove', '$.phases.prove', fn.prove))\n",
      },
    ],
  },
  {
    name: 'the cool-down is forgotten',
    plants: [
      {
        file: 'lambdas/decision/decide.ts',
        find: '  holdDuringTheCoolDown,\n  holdWhenTheDailyCapIsReached,\n  holdWhenPeopleSaidNo,',
        replace: '  holdWhenPeopleSaidNo,',
      },
    ],
    scenarios: ['flapping', 'region-loss', 'loss-after-move', 'switch-region-loss'],
  },
  {
    name: 'the promotion is asked for again without a look',
    plants: [
      {
        file: 'lambdas/resources/aurora-global/promote.ts',
        find: '    if (before) return before;\n',
        replace: '',
      },
      {
        file: 'lambdas/resources/aurora-global/promote.ts',
        find: '    if (!begun) throw fault;\n    return begun;\n',
        replace: '    throw fault;\n',
      },
    ],
  },
  {
    name: 'the gate outlives the lease',
    plants: [
      {
        file: 'lambdas/authority/lease.ts',
        find: '(ttlSeconds - marginSeconds) * 1000',
        replace: '(ttlSeconds + marginSeconds) * 1000',
      },
    ],
  },
];
