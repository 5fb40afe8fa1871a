import type { Canary } from './canary';

const QUICKSTART = 'examples/quickstart/plan.yaml';
const SIGNALS = 'examples/signals/plan.yaml';
const THREE_REGIONS = 'examples/three-regions/plan.yaml';

/** The planted bugs, each in the code as it is deployed. */
export const canaries: readonly Canary[] = [
  {
    name: 'the epoch is not checked',
    plants: [
      {
        file: 'lambdas/steps/enter.ts',
        find: 'if (!isLedBy(item, move)) {',
        replace: 'if (item === undefined) {',
      },
    ],
    // Two leaders need two Regions that can take over.
    plans: [THREE_REGIONS],
    scenarios: ['target-cut-off', 'target-lost-in-mid-run', 'two-leaders'],
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
    plans: [QUICKSTART],
    scenarios: ['loss-while-blind', 'one-observer-blind', 'region-loss'],
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
    // Observers are hardly ever unsure for as long as a loss must last; the witness is, of a failure that its page does not show.
    plans: [SIGNALS],
    scenarios: ['grey-failure', 'flapping', 'recovers-in-time'],
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
    // A gate that nobody can renew is closed before the loss is certain.
    plans: [QUICKSTART],
    scenarios: ['switch-silent', 'grey-failure', 'flapping', 'partition-of-active'],
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
    plans: [QUICKSTART],
    scenarios: ['switch-silent', 'grey-failure', 'region-loss', 'partition-of-active'],
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
    plans: [QUICKSTART],
    scenarios: ['lost-again', 'flapping', 'recovers-in-time'],
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
    plans: [QUICKSTART],
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
    plans: [QUICKSTART],
  },
];
