import type { Region } from '../plan/plan';
import type { Vote } from './vote';

/** For how many seconds an observer has seen a Region down without a gap; less than 0 if it does not. */
export const downForSeconds = ({ at, opinions }: Pick<Vote, 'at' | 'opinions'>, wanted: Region): number => {
  const opinion = opinions.find(({ region, says }) => region === wanted && says === 'down');
  return opinion ? (Date.parse(at) - Date.parse(opinion.since)) / 1000 : -1;
};
