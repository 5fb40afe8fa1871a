import { ResourceNotFoundException } from '@aws-sdk/client-lambda';
import type { World } from '../../world/world';
import { drawMs } from '../latencies';

/** An event source mapping: what polls a queue or a stream for a function. */
export interface EventSource {
  readonly id: string;
  state: 'Enabled' | 'Enabling' | 'Disabled' | 'Disabling';
}

/** A function of the application; its code is not run here, only what lets it run is kept. */
export interface StandingFunction {
  readonly region: string;
  readonly name: string;
  readonly timeoutSeconds: number;
  readonly eventSources: readonly EventSource[];
  /** Undefined: it takes from what the account has left. */
  reserved: number | undefined;
}

/** The functions of every Region. */
export interface StandingFunctions {
  add(standing: StandingFunction): void;
  /** Throws `ResourceNotFoundException`. */
  find(region: string, nameOrArn: string | undefined): StandingFunction;
  /** Throws `ResourceNotFoundException`. */
  findSource(region: string, id: string | undefined): SourceOf;
  /** Whose mapping it is; undefined where it is nobody's. */
  ownerOf(region: string, id: string | undefined): StandingFunction | undefined;
}

/** A mapping with its function. */
export interface SourceOf {
  readonly source: EventSource;
  readonly of: StandingFunction;
}

/** An empty list of functions. */
export const createStandingFunctions = (): StandingFunctions => {
  const all: StandingFunction[] = [];
  const inRegion = (region: string) => all.filter((one) => one.region === region);
  const sources = (region: string): readonly SourceOf[] =>
    inRegion(region).flatMap((of) => of.eventSources.map((source) => ({ source, of })));
  return {
    add: (standing) => void all.push(standing),
    find: (region, wanted) => {
      const found = inRegion(region).find(({ name }) => name === functionName(wanted));
      return found ?? notFound(`Function not found: ${wanted}`);
    },
    findSource: (region, wanted) => {
      const found = sources(region).find(({ source: { id } }) => id === wanted);
      return found ?? notFound('The resource you requested does not exist.');
    },
    ownerOf: (region, wanted) => sources(region).find(({ source: { id } }) => id === wanted)?.of,
  };
};

/** Lambda takes names and ARNs. */
export const functionName = (nameOrArn = ''): string => nameOrArn.replace(/^arn:.*:function:/, '');

export const functionArn = (account: string, region: string, nameOrArn: string | undefined): string =>
  `arn:aws:lambda:${region}:${account}:function:${functionName(nameOrArn)}`;

/** Starts or stops polling; the mapping is on its way for a while. */
export const switchSource = (world: World, { source, of }: SourceOf, enabled: boolean, cause: string): void => {
  source.state = enabled ? 'Enabling' : 'Disabling';
  world.clock.after(drawMs(world, 'lambda.event-source-switch'), () => {
    source.state = enabled ? 'Enabled' : 'Disabled';
    note(world, of, `event source ${source.id} is ${source.state}`, cause);
  });
};

/** Writes a change of a function into the trace. */
export const note = (world: World, { region, name }: StandingFunction, what: string, cause: string): void =>
  void world.trace.add({ type: 'state', region, what: `${name}: ${what}`, causes: [cause] });

const notFound = (message: string): never => {
  throw new ResourceNotFoundException({ Type: 'User', message, $metadata: { httpStatusCode: 404 } });
};
