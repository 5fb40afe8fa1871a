import type { Outside } from '../outside';
import type { Check, Region } from '../plan/plan';
import { askCanary } from './canary';
import { askCertificate } from './certificate';
import { askHttp } from './http';

/** What a check found. No answer and a bad answer are both `false`; nothing is assumed of checks that were not asked. */
export interface Finding {
  readonly check: string;
  readonly good: boolean;
  readonly because: string;
  /** The epoch under which a canary was written, if the application says so. */
  readonly epoch?: number;
}

/** Asks one check of the application in a Region. */
export const ask = (check: Check, region: Region, outside: Outside): Promise<Finding> =>
  kinds[check.kind](check, check.url.replaceAll('{region}', region), outside);

const kinds: Readonly<Record<Check['kind'], (check: Check, url: string, outside: Outside) => Promise<Finding>>> = {
  http: askHttp,
  canary: askCanary,
  certificate: askCertificate,
};

/** A canary is asked so often at a time, because a grey failure lets some writes pass (S6). */
const CANARIES = 4;

/** As `askAll`, and canaries several times. */
export const askThoroughly = (checks: readonly Check[], region: Region, outside: Outside): Promise<Finding[]> =>
  askAll(
    checks.flatMap((check) => (check.kind === 'canary' ? Array.from({ length: CANARIES }, () => check) : [check])),
    region,
    outside,
  );

/** Asks all checks at once, so that a Region that answers nobody costs one time-out. */
export const askAll = (checks: readonly Check[], region: Region, outside: Outside): Promise<Finding[]> =>
  Promise.all(checks.map((check) => ask(check, region, outside)));
