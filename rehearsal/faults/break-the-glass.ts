import { breakTheGlass as breakIt } from '../scenarios/break-glass';
import type { Fault } from './fault';
import { between } from './places';

/** Longer than a run waits for it by itself, or shorter. */
const FOR_SECONDS = [60, 900] as const;

/** As docs/write-gate.md says that it is done. */
export const breakTheGlass: Fault = {
  name: 'break-the-glass',
  id: 'F35',
  summary: 'somebody turns the kill switch on and lets the active Region’s writers write until a date',
  passes: true,
  byPeople: true,
  strike: (stage, draw) => {
    breakIt(stage, between(FOR_SECONDS, draw()));
    return () => undefined;
  },
};
