/** One request of a user, by when it was sent. */
export interface UserRequest {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The Region to which DNS led it; undefined where it led nowhere. */
  readonly region?: string;
  readonly good: boolean;
  /** Only the write failed: what was asked for could be read. */
  readonly onlyRead?: true;
  /** Why it failed. */
  readonly why?: string;
  /** The id of the row that was written; only on good requests. */
  readonly wrote?: string;
}

/** A time in which users were not served: from the first failed request to the first of a sustained series of good ones. */
export interface Outage {
  /** Milliseconds since 1970. */
  readonly fromMs: number;
  /** Milliseconds since 1970; undefined while it lasts. */
  readonly untilMs?: number;
}

/** A time of which acknowledged writes are lost, in milliseconds since 1970. */
export interface Loss {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** RTO and RPO as users saw them, never better (S31). */
export interface ObservedObjectives {
  /** The longest outage; null if no request failed. One that lasts counts until the last request. */
  readonly rtoSeconds: number | null;
  /** How much time's acknowledged writes are lost at once, 0 if none; null if nothing is lost and all were written in one Region. */
  readonly rpoSeconds: number | null;
  readonly outages: readonly Outage[];
  /** From the newest write that survived to the newest that was lost, the longest such time; absent where none was. */
  readonly lost?: Loss;
  /** Every acknowledged write that is gone, in the order of time. */
  readonly lostWrites: readonly LostWrite[];
}

/** A write that a user was told is safe, and that is in no database that serves. */
export interface LostWrite {
  readonly id: string;
  /** When it was asked for and acknowledged, in milliseconds since 1970. */
  readonly at: number;
  /** The Region that acknowledged it. */
  readonly region: string;
}

/** All requests of all users must be good for this long before an outage counts as over. */
export const SUSTAINED_MS = 30_000;

/** Judges the requests of all users, in the order of time; `lost` are the ids of acknowledged rows that are gone. */
export const observeObjectives = (requests: readonly UserRequest[], lost: ReadonlySet<string>): ObservedObjectives => {
  const outages = outagesOf(requests);
  const endMs = requests.at(-1)?.at ?? 0;
  const lengths = outages.map(({ fromMs, untilMs = endMs }) => (untilMs - fromMs) / 1_000);
  const worst = isKnown(requests) ? worstLoss(requests, lost) : undefined;
  return {
    rtoSeconds: lengths.length === 0 ? null : Math.max(...lengths),
    rpoSeconds: isKnown(requests) ? lengthSeconds(worst) : null,
    outages,
    ...(worst ? { lost: worst } : {}),
    lostWrites: requests.flatMap(({ at, region, wrote }) =>
      wrote !== undefined && region !== undefined && lost.has(wrote) ? [{ id: wrote, at, region }] : [],
    ),
  };
};

/** Every time in which users were not served. A single failed request is an outage: nothing fails in the simulated network without a cause. */
export const outagesOf = (requests: readonly UserRequest[]): readonly Outage[] => {
  const outages: Outage[] = [];
  let failedFromMs: number | undefined;
  let goodFromMs: number | undefined;
  for (const { at, good } of requests) {
    if (!good) {
      failedFromMs ??= at;
      goodFromMs = undefined;
    } else if (failedFromMs !== undefined) {
      goodFromMs ??= at;
      if (at - goodFromMs < SUSTAINED_MS) continue;
      outages.push({ fromMs: failedFromMs, untilMs: goodFromMs });
      failedFromMs = goodFromMs = undefined;
    }
  }
  return failedFromMs === undefined ? outages : [...outages, { fromMs: failedFromMs }];
};

const lengthSeconds = (loss: Loss | undefined): number => (loss ? (loss.untilMs - loss.fromMs) / 1_000 : 0);

/** The longest time of which the given writes are lost at once; undefined where none are. */
export const worstLoss = (requests: readonly UserRequest[], lost: ReadonlySet<string>): Loss | undefined =>
  lossesOf(requests, lost).toSorted((one, other) => lengthSeconds(other) - lengthSeconds(one))[0];

/** Before anything was written in a second Region, nobody knows what will be lost. */
const isKnown = (requests: readonly UserRequest[]): boolean =>
  new Set(acknowledgedIn(requests).map(({ region }) => region)).size >= 2;

/**
 * A failover loses the newest that a Region has acknowledged. What the same Region had acknowledged after an earlier loss
 * and did not lose parts the two: they are the losses of two failovers.
 */
const lossesOf = (requests: readonly UserRequest[], lost: ReadonlySet<string>): readonly Loss[] => {
  const losses: Loss[] = [];
  // Without a survivor, everything is lost since the beginning.
  let survivedMs = acknowledgedIn(requests)[0]?.at ?? 0;
  let survivedIn = new Set<string | undefined>();
  for (const { at, region, wrote = '' } of acknowledgedIn(requests)) {
    const last = losses.at(-1);
    if (!lost.has(wrote)) {
      survivedMs = at;
      survivedIn.add(region);
    } else if (last && !survivedIn.has(region)) {
      losses[losses.length - 1] = { ...last, untilMs: at };
    } else {
      losses.push({ fromMs: survivedMs, untilMs: at });
      survivedIn = new Set();
    }
  }
  return losses;
};

const acknowledgedIn = (requests: readonly UserRequest[]) => requests.filter(({ wrote }) => wrote !== undefined);
