import { isDeepStrictEqual } from 'node:util';
import type { Case, Ends } from '../asl/case';
import type { Played } from './play';

/** Real executions are late by what the machine is busy with. */
const LATE_SECONDS_MAX = 8;

/** What is wrong about how moto's executor ended a case; undefined where nothing is. */
export const judge = (one: Case, played: Played): string | undefined => {
  const { moto } = one;
  const wanted = moto && 'says' in moto ? moto.says : one.ends;
  if (!endsAs(wanted, played)) return `ends ${show(played)}, not ${show(wanted)}`;
  if (moto) return undefined;
  const [min, max] = typeof one.seconds === 'number' ? [one.seconds, one.seconds] : (one.seconds ?? [0, Infinity]);
  if (played.seconds >= min && played.seconds <= max + LATE_SECONDS_MAX) return undefined;
  return `took ${played.seconds} s, not ${min === max ? min : `${min} to ${max}`} s`;
};

const endsAs = (wanted: Ends, played: Played): boolean =>
  Object.entries(wanted).every(([field, value]) => isDeepStrictEqual(played[field as keyof Played], value));

const show = (what: object): string => JSON.stringify(what).slice(0, 300);
