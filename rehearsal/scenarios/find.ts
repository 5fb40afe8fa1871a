import { scenarios } from './all';
import type { Scenario } from './scenario';

/** The scenario of this name; the names are a closed list, so callers check foreign input first. */
export const scenarioNamed = (name: string): Scenario => {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found) return found;
  throw new Error(`no scenario is named ${name}; allowed are ${scenarios.map((one) => one.name).join(', ')}`);
};

/** The journeys that scenarios play, in the order of the list. */
export const journeys: readonly Scenario['journey'][] = [...new Set(scenarios.map(({ journey }) => journey))];
