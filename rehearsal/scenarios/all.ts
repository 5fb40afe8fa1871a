import { blip } from './blip';
import { controlPlaneLoss } from './control-plane-loss';
import { controlPlaneOnly } from './control-plane-only';
import { eventsLost } from './events-lost';
import { gateHolderLate } from './gate-holder-late';
import { lagSpike } from './lag-spike';
import { lagUnknownThenLoss } from './lag-unknown-then-loss';
import { malformedEvent } from './malformed-event';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';
import { slackDead } from './slack-dead';
import { standbyUnready } from './standby-unready';

/** Every scenario, in the order of `--list`; the first of a journey is its default. */
export const scenarios: readonly Scenario[] = [
  regionLoss,
  controlPlaneLoss,
  controlPlaneOnly,
  eventsLost,
  blip,
  standbyUnready,
  malformedEvent,
  gateHolderLate,
  lagUnknownThenLoss,
  slackDead,
  lagSpike,
];
