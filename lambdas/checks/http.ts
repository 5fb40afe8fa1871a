import { isHttpFault } from '../http';
import type { Outside } from '../outside';
import type { Check } from '../plan/plan';
import type { Finding } from './check';

/** GETs a page; good when the status is 200. */
export const askHttp = async (check: Check, url: string, { http }: Outside): Promise<Finding> => {
  try {
    const { status } = await http({ method: 'GET', url, timeoutMs: check.timeoutSeconds * 1000 });
    return { check: check.name, good: status === 200, because: `GET ${url} answered ${status}` };
  } catch (fault) {
    if (!isHttpFault(fault)) throw fault;
    return { check: check.name, good: false, because: fault.message };
  }
};
