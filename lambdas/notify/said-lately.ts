import * as z from 'zod';
import type { Replicas } from '../authority/replicas';
import { getItem, putItem } from '../authority/table';
import type { Notice } from './notice';

/**
 * One loss starts a run a minute while nobody may act, and each ends the same way; people hear it once in this time,
 * which is also how often the runbooks want a status update.
 */
const QUIET_SECONDS = 15 * 60;

const saidItem = z.object({ at: z.iso.datetime() });

/** Whether the same was said within the last quarter of an hour; what cannot be read was not said: better twice than never. */
export const saidLately = async (replicas: Replicas, notice: Notice): Promise<boolean> => {
  const { log, clock } = replicas.outside;
  try {
    const saidMs = await lastSaidMs(replicas, notice);
    return saidMs !== undefined && clock.now() - saidMs < QUIET_SECONDS * 1000;
  } catch (fault) {
    log({ level: 'warn', what: 'whether this was said before is unknown', error: String(fault) });
    return false;
  }
};

/** Whether the same was ever said. */
export const wasSaid = async (replicas: Replicas, notice: Notice): Promise<boolean> =>
  (await lastSaidMs(replicas, notice)) !== undefined;

const lastSaidMs = async (replicas: Replicas, notice: Notice): Promise<number | undefined> => {
  const item = await getItem(replicas, keyOf(notice));
  return item && Date.parse(saidItem.parse(item).at);
};

/** Notes that this was said now. */
export const noteSaid = async (replicas: Replicas, notice: Notice): Promise<void> => {
  const at = new Date(replicas.outside.clock.now()).toISOString();
  await putItem(replicas, { ...keyOf(notice), at });
};

/** DynamoDB allows a sort key of 1,024 bytes. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const keyOf = ({ about }: Notice) => ({ pk: 'notice', sk: about.slice(0, 250) });
