import * as z from 'zod';
import { isHttpFault } from '../http';
import type { Outside } from '../outside';
import type { Check } from '../plan/plan';
import type { Finding } from './check';

/** What the application answers to a canary: the value that it wrote and read back, and the epoch of its gate. */
const canaryAnswer = z.object({ canary: z.string(), epoch: z.int() });

/** POSTs a value that the application must write, read back and answer with its gate's epoch (S6, S16). */
export const askCanary = async (check: Check, url: string, { http, clock }: Outside): Promise<Finding> => {
  const canary = new Date(clock.now()).toISOString();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ canary });
  try {
    const answer = await http({ method: 'POST', url, headers, body, timeoutMs: check.timeoutSeconds * 1000 });
    return { check: check.name, ...judge(url, canary, answer) };
  } catch (fault) {
    if (!isHttpFault(fault)) throw fault;
    return { check: check.name, good: false, because: fault.message };
  }
};

const judge = (url: string, canary: string, answer: { status: number; body: string }): Omit<Finding, 'check'> => {
  if (answer.status !== 200) return { good: false, because: `canary ${url} answered ${answer.status}` };
  const read = canaryAnswer.safeParse(parseJson(answer.body));
  if (!read.success) return { good: false, because: `canary ${url} answered neither what it wrote nor its epoch` };
  if (read.data.canary !== canary) return { good: false, because: `canary ${url} read back another value` };
  return { good: true, because: `canary ${url} wrote and read under epoch ${read.data.epoch}`, epoch: read.data.epoch };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
