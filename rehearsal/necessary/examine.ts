import { createLikeliest } from './likeliest';
import { speaksOf, type Listed } from './listed';
import { countParts, nameOf, type Part } from './part';
import type { Place } from './without';
import type { Noticed } from './worker';

/** What to examine, and by which trials: rehearsals by name. */
export interface Examination {
  readonly parts: readonly Part[];
  readonly trials: readonly string[];
  readonly listed: readonly Listed[];
  /** Only parts whose name matches are deleted. */
  readonly only: RegExp;
  /** Deletions that are rehearsed at the same time. */
  readonly jobs: number;
  readonly ask: (deleted: readonly Place[], trials: readonly string[]) => Promise<Noticed>;
  /** Hears how many parts more are decided. */
  readonly decided: (parts: number) => void;
}

/** A part, and what noticed its deletion. */
export interface Needed {
  readonly part: Part;
  readonly noticed: NonNullable<Noticed>;
}

/** A part that is listed, and the entry that speaks of it. */
export interface Excused {
  readonly part: Part;
  readonly entry: Listed;
}

export interface Findings {
  readonly needed: readonly Needed[];
  readonly excused: readonly Excused[];
  /** Nothing notices their deletion, and no entry speaks of them; the largest such parts. */
  readonly unnoticed: readonly Part[];
  /** Listed, and noticed nevertheless. */
  readonly stale: readonly Needed[];
}

/**
 * Deletes one part at a time, from the outside in: a part that nothing notices is not needed with all that is in it, and
 * one that something notices is examined further. The listed parts are deleted together, because nothing may notice.
 */
export const examine = async (examination: Examination): Promise<Findings> => {
  const { parts, jobs } = examination;
  const findings = { needed: [] as Needed[], excused: [] as Excused[], unnoticed: [] as Part[] };
  const visit = visitor(examination, findings);
  const queue = [...parts];
  const work = async () => {
    for (let part = queue.shift(); part; part = queue.shift()) await visit(part);
  };
  await Promise.all(Array.from({ length: jobs }, work));
  const excused = findings.excused.map(({ part }) => part);
  return { ...findings, stale: await noticedAmong(excused, examination) };
};

const visitor = (
  { trials, listed, only, ask, decided }: Examination,
  found: { needed: Needed[]; excused: Excused[]; unnoticed: Part[] },
) => {
  const likeliest = createLikeliest(trials);
  /** Whether to go on with the parts inside. */
  const isNeeded = async (part: Part): Promise<boolean> => {
    if (!only.test(nameOf(part))) return true;
    const entry = listed.find((one) => speaksOf(one, part));
    if (entry) {
      found.excused.push({ part, entry });
      return false;
    }
    const noticed = await ask([part], likeliest.order(part));
    if (noticed) {
      found.needed.push({ part, noticed });
      likeliest.noticed(part, noticed.by);
    } else found.unnoticed.push(part);
    return noticed !== null;
  };
  const visit = async (part: Part): Promise<void> => {
    if (!(await isNeeded(part))) return decided(countParts([part]));
    decided(1);
    for (const inner of part.parts) await visit(inner);
  };
  return visit;
};

/** Halves the parts until those are alone that something notices. */
const noticedAmong = async (parts: readonly Part[], examination: Examination): Promise<Needed[]> => {
  if (parts.length === 0) return [];
  const noticed = await examination.ask(parts, examination.trials);
  if (!noticed) return [];
  if (parts.length === 1) return [{ part: parts[0]!, noticed }];
  const middle = Math.ceil(parts.length / 2);
  const halves = [parts.slice(0, middle), parts.slice(middle)];
  return (await Promise.all(halves.map((half) => noticedAmong(half, examination)))).flat();
};
