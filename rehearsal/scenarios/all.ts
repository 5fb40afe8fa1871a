import { blip } from './blip';
import { eventsLost } from './events-lost';
import { malformedEvent } from './malformed-event';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';
import { standbyUnready } from './standby-unready';

/** Every scenario, in the order of `--list`; the first is the default. */
export const scenarios: readonly Scenario[] = [regionLoss, eventsLost, blip, standbyUnready, malformedEvent];
