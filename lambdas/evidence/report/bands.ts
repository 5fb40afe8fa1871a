import type { Evidence } from '../compose';

/** A part of the time that a run took, in milliseconds since 1970. */
export interface Band {
  /** The same band has the same number on every page. */
  readonly number: number;
  readonly name: 'detect' | 'decide' | 'act' | 'DNS';
  readonly fromMs: number;
  readonly untilMs: number;
  readonly what: string;
}

/** Where the time went: the bands follow each other, and those of a move add up to the measured RTO. */
export const bandsOf = ({ startedAt, endedAt, milestones, measured, journey }: Evidence): Band[] => {
  const { lastHealthyAt, ledAt, shiftedAt } = milestones;
  const decides = journey === 'failover';
  const servedMs =
    lastHealthyAt !== undefined && measured.rtoSeconds !== null
      ? Date.parse(lastHealthyAt) + measured.rtoSeconds * 1000
      : undefined;
  const endings: readonly (readonly [Band['name'], string | undefined, number | undefined, string])[] = [
    ['detect', lastHealthyAt, Date.parse(startedAt), 'from the last time it was seen healthy to the start of the run'],
    [
      'decide',
      decides ? startedAt : undefined,
      Date.parse(ledAt ?? endedAt),
      'until the verdict, and until it was certain who may act',
    ],
    [
      'act',
      decides ? ledAt : startedAt,
      Date.parse(shiftedAt ?? endedAt),
      decides ? 'until traffic was shifted, or the run ended' : 'until the run ended',
    ],
    [
      'DNS',
      shiftedAt,
      servedMs ?? Date.parse(endedAt),
      'until names answer the target, and resolvers forget the old answer',
    ],
  ];
  return endings.flatMap(([name, from, untilMs, what], index) =>
    from === undefined || untilMs === undefined || untilMs < Date.parse(from)
      ? []
      : [{ number: index + 1, name, fromMs: Date.parse(from), untilMs, what }],
  );
};
