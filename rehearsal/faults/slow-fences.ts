import type { Fault } from './fault';
import { between } from './places';
import { spoil } from './spoil';

/** What fences and gates are set by. */
const FENCES =
  /^(PutParameter|UpdateService|PutFunctionConcurrency|DeleteFunctionConcurrency|UpdateEventSourceMapping|ReplaceNetworkAclAssociation|DisableRule|EnableRule)$/;

/** Longer than a best-effort call waits (S22), so that it is not known whether it took effect, or when it will. */
const LATER_MS = [3_500, 60_000] as const;

/** A Region in trouble takes what it is asked, and does it when nobody waits for it any more. */
export const slowFences: Fault = {
  name: 'slow-fences',
  id: 'F27',
  summary: 'calls that fence the active Region time out, and take effect later',
  passes: true,
  strike: ({ cloud: { world }, active }, draw) =>
    spoil(
      world.faults,
      'travelsLongerMs',
      (before) => (call) =>
        call.region === active && FENCES.test(call.operation) ? between(LATER_MS, draw()) : (before?.(call) ?? 0),
    ),
};
