import { iso } from '../clock';
import { UnderstudyError } from '../errors';
import { FUNCTION_SKEW_SECONDS_MAX } from '../plan/timing';
import { AUTHORITY_KEY, readAuthority } from './authority';
import type { NotedBreakGlass } from './break-glass';
import type { Replicas } from './replicas';
import { updateItem } from './table';

/** There is no authority item that a person's word could be written into. */
export class NothingToControl extends UnderstudyError {
  override readonly name = 'NothingToControl';
}

/** The kill switch was turned on after this "off" was said, so it stays on. */
export class TurnedOnSince extends UnderstudyError {
  override readonly name = 'TurnedOnSince';
}

/** The application moved again after this acknowledgement was said, and nobody has seen that move. */
export class MovedSince extends UnderstudyError {
  override readonly name = 'MovedSince';
}

/** Who said it and, by the clock of the Region where they said it, when: before its request was sent, or sent again. */
interface Said {
  readonly by: string;
  readonly atMs: number;
}

/** Says stop, or takes it back. To stop, nothing needs to be as before, so no race can keep a person from it (S27). */
export const setKillSwitch = async (replicas: Replicas, on: boolean, { by, atMs }: Said): Promise<void> =>
  on ? turnOn(replicas, { by, at: iso(atMs) }) : takeBack(replicas, atMs);

/** Only an item that is there is changed: one with a kill switch and nothing else would be no authority. */
const turnOn = async (replicas: Replicas, said: { readonly by: string; readonly at: string }): Promise<void> => {
  const written = await updateItem(replicas, AUTHORITY_KEY, {
    UpdateExpression: 'SET #field = :said',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#field': 'killSwitch' },
    ExpressionAttributeValues: { ':said': said },
  });
  if (!written) throw nothingToControl(replicas);
};

/**
 * Two clocks are each off by so much before their functions notice, and the network tells nobody's order: within it an "off"
 * is believed. What it takes back was then said at most so much later; whoever is refused can say it again.
 */
const SLACK_SECONDS = FUNCTION_SKEW_SECONDS_MAX;

/** A request may travel for minutes, and an "off" that arrives late must not take back the "on" that was said after it. */
const takeBack = async (replicas: Replicas, atMs: number): Promise<void> => {
  const written = await updateItem(replicas, AUTHORITY_KEY, {
    UpdateExpression: 'REMOVE #field',
    ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(#field) OR #field.#at <= :latest)',
    ExpressionAttributeNames: { '#field': 'killSwitch', '#at': 'at' },
    ExpressionAttributeValues: { ':latest': iso(atMs + SLACK_SECONDS * 1000) },
  });
  if (written) return;
  const item = await readAuthority(replicas);
  if (!item) throw nothingToControl(replicas);
  const { killSwitch } = item;
  // Somebody else has taken it back in between.
  if (!killSwitch) return;
  throw new TurnedOnSince(
    `the kill switch stays on: it was turned on at ${killSwitch.at}, by ${killSwitch.by}, after this was said at ${iso(atMs)}; say it again to turn it off`,
  );
};

/**
 * Notes a break-glass before it is written into a gate that the authority may be cut off from (S14). One of the same Region
 * with a later date stays.
 */
export const noteBreakGlass = async (replicas: Replicas, breakGlass: NotedBreakGlass): Promise<void> => {
  await updateItem(replicas, AUTHORITY_KEY, {
    UpdateExpression: 'SET #glass = :glass',
    ConditionExpression:
      'attribute_exists(pk) AND (attribute_not_exists(#glass) OR #glass.#region <> :region OR #glass.#until < :until)',
    ExpressionAttributeNames: { '#glass': 'breakGlass', '#region': 'region', '#until': 'until' },
    ExpressionAttributeValues: {
      ':glass': breakGlass,
      ':region': breakGlass.region,
      ':until': breakGlass.until,
    },
  });
};

/**
 * A person has seen the last move: its cool-down is over (S26). A word that comes late, because its request or its Region
 * stood still, is none on a move that was made meanwhile, and replaces no newer one.
 */
export const acknowledge = async (replicas: Replicas, { by, atMs }: Said): Promise<void> => {
  const item = await readAuthority(replicas);
  if (!item) throw nothingToControl(replicas);
  const at = iso(atMs);
  const moved = item.moves.at(-1);
  if (moved !== undefined && moved > at)
    throw new MovedSince(
      `the application moved at ${moved}, after this was said at ${at}; look at that move, and acknowledge it again`,
    );
  await updateItem(replicas, AUTHORITY_KEY, {
    UpdateExpression: 'SET #field = :said',
    ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(#field) OR #field.#at < :at)',
    ExpressionAttributeNames: { '#field': 'acknowledged', '#at': 'at' },
    ExpressionAttributeValues: { ':said': { by, at }, ':at': at },
  });
};

const nothingToControl = ({ table }: Replicas): NothingToControl =>
  new NothingToControl(`${table} holds no authority yet: start the initialise journey first`);
