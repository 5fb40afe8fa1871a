import { fencedWriters } from '../world/fenced';
import type { Stage } from './scenario';

/** What a fence of the plan still stops in the active Region, although the run took everything back (S28). */
export const closedFences = ({ cloud, plan, active }: Stage): readonly string[] =>
  fencedWriters(cloud, plan)
    .filter(({ region, canWrite }) => region === active && !canWrite)
    .map(({ resource }) => `${resource} still stands in ${active}`);
