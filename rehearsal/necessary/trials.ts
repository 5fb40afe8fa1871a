import { scenarios } from '../scenarios/all';
import type { Scenario } from '../scenarios/scenario';
import { planNamed } from '../soak/every-plan';

const { plan } = planNamed('examples/quickstart/plan.yaml');

const CHANGED_OVER = ' (changed over)';

/** The name of the trial in which the Regions have each other's part. */
export const twinOf = (trial: string): string =>
  trial.endsWith(CHANGED_OVER) ? trial.slice(0, -CHANGED_OVER.length) : `${trial}${CHANGED_OVER}`;

/** The same with the Regions changed over: what runs in one of them must work in the other too. */
const changedOver = (scenario: Scenario): Scenario => ({
  ...scenario,
  name: `${scenario.name}${CHANGED_OVER}`,
  livesIn: 'the second Region',
});

/** A run that holds uses nothing that one that acts does not, and which of two such runs begins first may differ. */
const acts = ({ expects, livesIn }: Scenario): boolean => livesIn === undefined && expects.outcome !== 'held';

/** Deleted is what the quick start's plan makes of the app, and some scenarios need a plan that says more. */
const playable = scenarios.filter(({ needs }) => needs?.has(plan) ?? true);

/** What may notice a deletion: every scenario, and those that act with the Regions changed over. */
export const trials: readonly Scenario[] = [...playable, ...playable.filter(acts).map(changedOver)];
