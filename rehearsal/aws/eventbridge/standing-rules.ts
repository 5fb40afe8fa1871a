import { ResourceNotFoundException } from '@aws-sdk/client-eventbridge';

/** A rule of the application; its events and targets are not simulated, only whether it is enabled. */
export interface StandingRule {
  readonly region: string;
  readonly bus: string;
  readonly name: string;
  enabled: boolean;
}

/** The application's rules of every Region. */
export interface StandingRules {
  add(rule: StandingRule): void;
  /** Throws `ResourceNotFoundException`. */
  find(region: string, bus: string | undefined, name: string | undefined): StandingRule;
}

/** An empty list of rules. */
export const createStandingRules = (): StandingRules => {
  const all: StandingRule[] = [];
  return {
    add: (rule) => void all.push(rule),
    find: (region, bus = 'default', name) => {
      const found = all.find((rule) => rule.region === region && rule.bus === bus && rule.name === name);
      if (found) return found;
      const message = `Rule ${name} does not exist on EventBus ${bus}.`;
      throw new ResourceNotFoundException({ message, $metadata: { httpStatusCode: 400 } });
    },
  };
};
