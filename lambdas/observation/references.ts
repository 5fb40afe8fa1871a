import { isHttpFault } from '../http';
import type { Outside } from '../outside';
import type { Region } from '../plan/plan';

/** An observer has the rest of its 10 s for its vote. */
const TIMEOUT_MS = 2_000;

/**
 * The own Region's endpoint: whatever it answers, the way to it works.
 * https://docs.aws.amazon.com/general/latest/gr/ddb.html
 */
const ownEndpoint = (region: Region): string => `https://dynamodb.${region}.amazonaws.com/`;

/** Why an observer must think itself blind (S2): its Region's endpoint or every third party is silent; undefined if it sees. */
export const askReferences = async (
  thirdParties: readonly string[],
  region: Region,
  outside: Outside,
): Promise<string | undefined> => {
  const [own, ...others] = await Promise.all(
    [ownEndpoint(region), ...thirdParties].map((url) => answers(url, outside)),
  );
  if (!own) return `the observer in ${region} may be blind: its own Region's endpoint does not answer`;
  if (others.some(Boolean)) return undefined;
  return `the observer in ${region} may be blind: none of ${thirdParties.join(', ')} answers`;
};

/** Any answer is one, whatever its status. */
const answers = async (url: string, { http }: Outside): Promise<boolean> => {
  try {
    await http({ method: 'GET', url, timeoutMs: TIMEOUT_MS });
    return true;
  } catch (fault) {
    if (!isHttpFault(fault)) throw fault;
    return false;
  }
};
