import { askAll, askThoroughly, type Finding } from '../checks/check';
import type { Outside } from '../outside';
import type { Check, Plan, Region } from '../plan/plan';
import type { LagSample } from '../resources/kind';
import { askWitness, type Reading } from './ask-witness';
import { formOpinion } from './form-opinion';
import { askReferences } from './references';
import type { Vote } from './vote';

/** Who looks. */
export interface Observer {
  readonly plan: Plan;
  readonly region: Region;
  readonly outside: Outside;
}

/** What the authority said when the observer looked; undefined fields are unknown. */
export interface Seen {
  /** The Region that writes; only it can answer canaries. */
  readonly active?: Region;
  readonly lease?: { readonly epoch: number; readonly renewal: number };
}

/** All that one look found. It remembers nothing, so that what it means can be said later, when more is known. */
export interface Look {
  readonly observer: Region;
  /** When it was over, ISO 8601. */
  readonly at: string;
  readonly found: readonly { readonly region: Region; readonly findings: readonly Finding[]; readonly at: string }[];
  /** Why the observer must think itself blind (S2). */
  readonly blind?: string;
  readonly lags: readonly LagSample[];
  readonly lease?: Seen['lease'];
  readonly witness?: Reading;
}

/** Looks at every workload Region once; who said before that one is down, or was lately, looks closer. */
export const look = async (
  { plan, region, outside }: Observer,
  seen: Seen,
  previous: Vote | undefined,
  lags: readonly LagSample[],
): Promise<Look> => {
  const before = (name: Region) => ({
    opinion: previous?.opinions.find((said) => said.region === name),
    at: previous?.at,
  });
  const reading = askWitness(plan, outside);
  const found = await Promise.all(
    plan.regions.map(async ({ name }) => {
      const isDoubted = before(name).opinion?.loss !== undefined;
      const findings = await askAs(isDoubted)(checksFor(plan.checks, name, seen.active), name, outside);
      // Who may be asked for a canary is unknown, so a good page alone says nothing (S3, S6).
      const known = seen.active !== undefined || findings.some(({ good }) => !good) ? findings : [];
      return { region: name, findings: known, at: iso(outside) };
    }),
  );
  // Whoever reaches every Region is not blind, so references are asked only when something is wrong (S2).
  const isWell = found.every(
    ({ region: name, findings, at }) => formOpinion(name, findings, before(name), at).says === 'healthy',
  );
  const blind = isWell ? undefined : await askReferences(plan.references, region, outside);
  const witness = blind ? undefined : await reading;
  return {
    observer: region,
    at: iso(outside),
    found,
    ...(blind ? { blind } : {}),
    lags,
    ...(seen.lease ? { lease: seen.lease } : {}),
    ...(witness ? { witness } : {}),
  };
};

/** One bad look is the reason to look closer: of a grey failure, a single write may pass (S6). */
const askAs = (isDoubted: boolean): typeof askAll => (isDoubted ? askThoroughly : askAll);

/** Whoever does not write cannot answer a canary, so only the active Region is asked for one. */
const checksFor = (checks: readonly Check[], region: Region, active: Region | undefined): readonly Check[] =>
  checks.filter(({ kind }) => kind !== 'canary' || region === active);

const iso = ({ clock }: Outside): string => new Date(clock.now()).toISOString();
