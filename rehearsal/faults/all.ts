import { answerFromThePast } from './answer-from-the-past';
import { answerInParts } from './answer-in-parts';
import { acknowledgeMoves } from './acknowledge-moves';
import { answerTwice } from './answer-twice';
import { blindObserver } from './blind-observer';
import { blink } from './blink';
import { blipActive } from './blip-active';
import { conflictWrites } from './conflict-writes';
import { breakTheGlass } from './break-the-glass';
import { cutFromSome } from './cut-from-some';
import { cutOneWay } from './cut-one-way';
import { delayCalls } from './delay-calls';
import { denyCalls } from './deny-calls';
import { deployAgain } from './deploy-again';
import { dropEvents } from './drop-events';
import { duplicateEvents } from './duplicate-events';
import { failWrites } from './fail-writes';
import type { Fault } from './fault';
import { flap } from './flap';
import { holdPromotions } from './hold-promotions';
import { ignoreTtls } from './ignore-ttls';
import { isolateStandby } from './isolate-standby';
import { lateEvents } from './late-events';
import { loseActive } from './lose-active';
import { loseAgain } from './lose-again';
import { loseAnswers } from './lose-answers';
import { loseControlPlanes } from './lose-control-planes';
import { loseGlobalControlPlanes } from './lose-global-control-planes';
import { loseLag } from './lose-lag';
import { loseOutsider } from './lose-outsider';
import { loseTarget } from './lose-target';
import { missStarts } from './miss-starts';
import { moveBack } from './move-back';
import { pressKillSwitch } from './press-kill-switch';
import { refuseChanges } from './refuse-changes';
import { reorderEvents } from './reorder-events';
import { setClocks } from './set-clocks';
import { slowAnswers } from './slow-answers';
import { slowFences } from './slow-fences';
import { startByHand } from './start-by-hand';
import { stopMetrics } from './stop-metrics';
import { stopRuns } from './stop-runs';
import { stormAlarms } from './storm-alarms';
import { throttle } from './throttle';
import { throttleHard } from './throttle-hard';

/** Every fault, by its part of the world: events, calls, control planes and starts, then what only passes. */
export const everyFault: readonly Fault[] = [
  duplicateEvents,
  reorderEvents,
  lateEvents,
  dropEvents,
  throttle,
  loseGlobalControlPlanes,
  missStarts,
  cutOneWay,
  isolateStandby,
  loseOutsider,
  failWrites,
  slowAnswers,
  blindObserver,
  stopMetrics,
  loseAnswers,
  blink,
  delayCalls,
  startByHand,
  setClocks,
  conflictWrites,
  throttleHard,
  denyCalls,
  holdPromotions,
  loseLag,
  loseTarget,
  loseActive,
  pressKillSwitch,
  refuseChanges,
  answerInParts,
  answerFromThePast,
  loseControlPlanes,
  cutFromSome,
  blipActive,
  flap,
  stormAlarms,
  slowFences,
  ignoreTtls,
  deployAgain,
  moveBack,
  answerTwice,
  stopRuns,
  acknowledgeMoves,
  breakTheGlass,
  loseAgain,
];

/** Every fault that can be added to a scenario for as long as it lasts. */
export const faults: readonly Fault[] = everyFault.filter(({ passes }) => !passes);

/** The faults of these ids; they are a closed list, so callers check foreign input first. */
export const faultsNamed = (ids: readonly string[]): Fault[] =>
  ids.map((id) => {
    const found = faults.find((fault) => fault.id === id);
    if (found) return found;
    throw new Error(`no fault ${id} can be added; allowed are ${faults.map((one) => one.id).join(', ')}`);
  });
