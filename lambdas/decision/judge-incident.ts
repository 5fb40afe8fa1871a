import type { Region } from '../plan/plan';

/** How long nobody must be left before people are told: a Region that comes back by then moves the application itself. */
const NOBODY_LEFT_SECONDS = 300;

/** How soon to look again, in seconds. */
const AGAIN_SECONDS = 30;

/** What an incident is judged by. */
export interface IncidentFacts {
  readonly from: 'observer' | 'person';
  /** For how long no Region has been left, by the observer that called; 0 when a person asks. */
  readonly lastedSeconds: number;
  readonly regions: readonly {
    readonly region: Region;
    /** What is seen from here, now. */
    readonly says: 'healthy' | 'down' | 'unknown' | 'abstains';
    readonly because: string;
    /** Other observers whose fresh votes say healthy. */
    readonly healthyFor: readonly Region[];
  }[];
}

/** Whether people are needed, and a sentence for them. */
export interface IncidentVerdict {
  readonly says: 'wait' | 'held' | 'needs-a-person';
  readonly because: string;
  readonly waitSeconds: number;
}

/** Judges whether nobody is left who could move the application, so that a person must know. Pure. */
export const judgeIncident = ({ from, lastedSeconds, regions }: IncidentFacts): IncidentVerdict => {
  const blind = regions.find(({ says }) => says === 'abstains');
  if (blind) return held(blind.because);
  const left = regions.find(({ says, healthyFor }) => says !== 'down' || healthyFor.length > 0);
  if (left) return held(`${left.region} is left, and what runs there decides: ${whySo(left)}`);
  const down = regions.map(({ region, because }) => `${region} is down (${because})`).join(', ');
  const leftSeconds = Math.ceil(NOBODY_LEFT_SECONDS - lastedSeconds);
  if (from === 'person' || leftSeconds <= 0) {
    return { says: 'needs-a-person', because: `no Region is left to serve: ${down}`, waitSeconds: 0 };
  }
  return {
    says: 'wait',
    because: `people are told in ${leftSeconds} s: ${down}`,
    waitSeconds: Math.min(leftSeconds, AGAIN_SECONDS),
  };
};

const held = (because: string): IncidentVerdict => ({ says: 'held', because, waitSeconds: 0 });

const whySo = ({ healthyFor, because }: IncidentFacts['regions'][number]): string =>
  healthyFor.length > 0 ? `${healthyFor.join(', ')} sees it healthy` : because;
