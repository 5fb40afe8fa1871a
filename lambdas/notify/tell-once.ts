import type { Replicas } from '../authority/replicas';
import { note } from '../evidence/ledger';
import type { Plan, Region } from '../plan/plan';
import type { Notice } from './notice';
import { noteSaid, saidLately } from './said-lately';
import { NobodyTold, tell, type Told } from './tell';

/** Tells people what they were not told lately, and records for the run who could be told. Throws `NobodyTold`. */
export const tellOnce = async (
  replicas: Replicas,
  plan: Pick<Plan, 'application' | 'notify'>,
  here: { readonly region: Region; readonly topicArn: string },
  run: string,
  notice: Notice,
): Promise<{ readonly told: readonly Told[] }> => {
  const { outside } = replicas;
  // Whoever cannot read the table must hear all the more; twice is better than never.
  const unlessFault = async <T>(doing: Promise<T>, otherwise: T): Promise<T> =>
    doing.catch((fault: unknown) => {
      outside.log({ level: 'warn', run, error: String(fault) });
      return otherwise;
    });
  if (await unlessFault(saidLately(replicas, notice), false)) return { told: [] };
  const told = await tell(outside, plan, here, notice);
  const at = new Date(outside.clock.now()).toISOString();
  await unlessFault(note(replicas, run, `notice#${at}`, { title: notice.title, told }), undefined);
  if (!told.some((one) => one.told)) throw new NobodyTold(`nobody could be told: ${notice.title}`);
  await unlessFault(noteSaid(replicas, notice), undefined);
  return { told };
};
