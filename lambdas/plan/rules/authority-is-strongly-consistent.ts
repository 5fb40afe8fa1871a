import type { Region } from '../plan';
import type { PlanRule } from '../problem';

/**
 * A table with multi-Region strong consistency has replicas in three Regions of one of these sets.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-dynamodb-globaltable-globaltablewitness.html
 */
const sets: readonly (readonly Region[])[] = [
  ['us-east-1', 'us-east-2', 'us-west-2'],
  ['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1'],
  ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
];

/**
 * Who may act is decided in a linearizable store, never in an eventually consistent one (S9). A table in one Region is
 * linearizable, too: its strongly consistent reads show every acknowledged write.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html
 */
export const authorityIsStronglyConsistent: PlanRule = ({ authority: { regions } }) => {
  if (regions.length === 1) return [];
  const fits = regions.length === 3 && sets.some((set) => regions.every((region) => set.includes(region)));
  if (fits) return [];
  return [
    {
      path: ['authority', 'regions'],
      wrong: `${regions.join(', ') || 'no Region'} cannot hold one strongly consistent DynamoDB table (S9)`,
      allowed: `one arbiter Region, or three Regions of one of these sets: ${sets.map((set) => set.join(' ')).join(' | ')}`,
      fix: `write [${nearestSet(regions).slice(0, 3).join(', ')}]`,
    },
  ];
};

const nearestSet = (regions: readonly Region[]): readonly Region[] => {
  const shared = (set: readonly Region[]) => set.filter((region) => regions.includes(region)).length;
  return sets.reduce((best, set) => (shared(set) > shared(best) ? set : best));
};
