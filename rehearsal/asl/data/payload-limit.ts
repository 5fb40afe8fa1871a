import { TaskFault } from '../faults';
import type { Json } from '../json';

/** 256 KiB of UTF-8. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const PAYLOAD_BYTES_MAX = 262_144;

/** The value itself; throws `States.DataLimitExceeded` where it is too large to travel between states. */
export const withinLimit = (value: Json, what: string): Json => {
  const isKept = typeof value === 'object' && value !== null;
  if (isKept && small.has(value)) return value;
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes <= PAYLOAD_BYTES_MAX) {
    if (isKept) small.add(value);
    return value;
  }
  throw new TaskFault(
    'States.DataLimitExceeded',
    `the ${what} has ${bytes} bytes; at most ${PAYLOAD_BYTES_MAX} may pass between states`,
  );
};

/** What was measured before: nobody changes it, and most states hand on what they got. */
const small = new WeakSet<object>();
