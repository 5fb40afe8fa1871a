import type { World } from '../world/world';

type Call = Parameters<NonNullable<World['faults']['call']>>[0];

/** From now on, these calls to AWS are answered with an error, beside whatever fails already. */
export const refuseCalls = (
  { faults }: Pick<World, 'faults'>,
  isRefused: (call: Call) => boolean,
  { name, httpStatusCode } = UNAVAILABLE,
): void => {
  const before = faults.call;
  faults.call = (call) => {
    before?.(call);
    if (!isRefused(call)) return;
    const { service, operation, region } = call;
    throw Object.assign(new Error(`${service} ${operation} in ${region} is refused by a fault`), {
      name,
      $metadata: { httpStatusCode },
    });
  };
};

const UNAVAILABLE = { name: 'ServiceUnavailable', httpStatusCode: 503 };

/** What AWS answers to too many calls; the SDK knows it by its name and tries again. */
export const THROTTLED = { name: 'ThrottlingException', httpStatusCode: 400 };
