import { EventBridgeServiceException, ResourceNotFoundException } from '@aws-sdk/client-eventbridge';

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
  /** Throws `ResourceNotFoundException`, and `ValidationException` without a name. */
  find(region: string, bus: string | undefined, name: string | undefined): StandingRule;
}

/** An empty list of rules. */
export const createStandingRules = (): StandingRules => {
  const all: StandingRule[] = [];
  return {
    add: (rule) => void all.push(rule),
    find: (region, bus = 'default', name) => {
      if (name === undefined) throw nameless();
      const found = all.find((rule) => rule.region === region && rule.bus === bus && rule.name === name);
      if (found) return found;
      const message = `Rule ${name} does not exist on EventBus ${bus}.`;
      throw new ResourceNotFoundException({ message, $metadata: { httpStatusCode: 400 } });
    },
  };
};

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html */
const nameless = (): EventBridgeServiceException =>
  new EventBridgeServiceException({
    name: 'ValidationException',
    message: "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null",
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  });
