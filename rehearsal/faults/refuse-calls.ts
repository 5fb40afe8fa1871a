import { refusalsOf, type Refusals } from '../aws/refusals';
import type { World } from '../world/world';
import { spoil, type Mend } from './spoil';

type Call = Parameters<NonNullable<World['faults']['call']>>[0];

/** Which of a service's own refusals a call gets; `unavailable` unless said. */
type Choose = (refusals: Refusals) => Refusals['unavailable'];

/** From now on, these calls to AWS are answered with an error of the service's own, beside whatever fails already. */
export const refuseCalls = (
  { faults }: Pick<World, 'faults'>,
  isRefused: (call: Call) => boolean,
  choose: Choose = ({ unavailable }) => unavailable,
): Mend =>
  spoil(faults, 'call', (before) => (call) => {
    before?.(call);
    if (!isRefused(call)) return;
    const { service, operation, region } = call;
    throw choose(refusalsOf(service))(`${service} ${operation} in ${region} is refused by a fault`);
  });

/** One of a service's codes for too many requests. */
export const throttledBy =
  (draw: () => number): Choose =>
  ({ throttled }) =>
    throttled[Math.floor(draw() * throttled.length)] ?? throttled[0];
