import type { Plan, Region } from '../plan/plan';
import { AUTHORITY_KEY, type AuthorityItem } from './authority';
import type { Replicas } from './replicas';
import { putItem } from './table';

/** Creates the authority item with `active` as the Region that writes; one that is there stays as it is. */
export const initialise = async (
  replicas: Replicas,
  plan: Pick<Plan, 'regions'>,
  active: Region,
): Promise<{ readonly initialised: boolean; readonly because: string }> => {
  const at = new Date(replicas.outside.clock.now()).toISOString();
  const item: AuthorityItem = {
    active,
    epoch: 1,
    lease: { region: active, renewal: 0, at },
    traffic: Object.fromEntries(plan.regions.map(({ name }) => [name, name === active])),
    moves: [],
    nonce: `initialised at ${at}`,
  };
  const isNew = await putItem(
    replicas,
    { ...AUTHORITY_KEY, ...item },
    { ConditionExpression: 'attribute_not_exists(pk)' },
  );
  return isNew
    ? { initialised: true, because: `${active} writes, so ${active} is active under epoch 1` }
    : { initialised: false, because: 'the authority was initialised before; it stays as it is' };
};
