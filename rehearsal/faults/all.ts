import { dropEvents } from './drop-events';
import { duplicateEvents } from './duplicate-events';
import type { Fault } from './fault';
import { lateEvents } from './late-events';
import { loseGlobalControlPlanes } from './lose-global-control-planes';
import { missStarts } from './miss-starts';
import { reorderEvents } from './reorder-events';
import { throttle } from './throttle';

/** Every fault that can be added to a scenario. */
export const faults: readonly Fault[] = [
  duplicateEvents,
  reorderEvents,
  lateEvents,
  dropEvents,
  throttle,
  loseGlobalControlPlanes,
  missStarts,
];

/** The faults of these ids; they are a closed list, so callers check foreign input first. */
export const faultsNamed = (ids: readonly string[]): Fault[] =>
  ids.map((id) => {
    const found = faults.find((fault) => fault.id === id);
    if (found) return found;
    throw new Error(`no fault ${id} can be added; allowed are ${faults.map((one) => one.id).join(', ')}`);
  });
