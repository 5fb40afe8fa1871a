import { UnderstudyError } from '../errors';
import { AUTHORITY_KEY } from './authority';
import type { NotedBreakGlass } from './break-glass';
import type { Replicas } from './replicas';
import { updateItem } from './table';

/** There is no authority item that a person's word could be written into. */
export class NothingToControl extends UnderstudyError {
  override readonly name = 'NothingToControl';
}

/** Says stop, or takes it back. It asks for nothing to be as before, so that no race can keep a person from it (S27). */
export const setKillSwitch = (replicas: Replicas, on: boolean, by: string): Promise<void> => {
  const at = new Date(replicas.outside.clock.now()).toISOString();
  return on
    ? tell(replicas, 'SET #field = :value', 'killSwitch', { by, at })
    : tell(replicas, 'REMOVE #field', 'killSwitch');
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

/** A person has seen the last move: its cool-down is over (S26). */
export const acknowledge = (replicas: Replicas, by: string): Promise<void> => {
  const at = new Date(replicas.outside.clock.now()).toISOString();
  return tell(replicas, 'SET #field = :value', 'acknowledged', { by, at });
};

/** Only an item that is there is changed: one with a kill switch and nothing else would be no authority. */
const tell = async (
  replicas: Replicas,
  expression: string,
  field: string,
  value?: { readonly by: string; readonly at: string },
): Promise<void> => {
  const written = await updateItem(replicas, AUTHORITY_KEY, {
    UpdateExpression: expression,
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#field': field },
    ...(value ? { ExpressionAttributeValues: { ':value': value } } : {}),
  });
  if (!written) {
    throw new NothingToControl(`${replicas.table} holds no authority yet: start the initialise journey first`);
  }
};
