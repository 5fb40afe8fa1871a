import type { PlanRule } from '../problem';

/** Active-passive: the preferred Region, which is the first, serves everybody; there is at least one other to go to. */
export const firstRegionTakesAllTraffic: PlanRule = ({ regions }) => {
  const shares = regions.map(({ name, share }, at) => ({ name, share, at, due: at === 0 ? 100 : 0 }));
  const misplaced = shares
    .filter(({ share, due }) => share !== due)
    .map(({ name, share, at, due }) => ({
      path: ['regions', at, 'share'],
      wrong: `${name} gets ${share} % of the traffic`,
      allowed: 'active-passive: 100 for the first Region, which is the preferred one, and 0 for the others',
      fix: `write ${due}, or put the preferred Region first`,
    }));
  return regions.length < 2 ? [...misplaced, nowhereToGo(regions.length)] : misplaced;
};

const nowhereToGo = (count: number) => ({
  path: ['regions'],
  wrong: `${count} Regions leave nowhere to go`,
  allowed: 'at least 2',
  fix: 'add a standby Region with share: 0',
});
