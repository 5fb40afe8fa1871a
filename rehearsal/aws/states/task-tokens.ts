import type { TokenHolder } from '../../asl/surroundings';
import type { World } from '../../world/world';
import { uuid } from '../uuid';

/** A token that a Region issued. */
export interface IssuedToken {
  readonly machineArn: string;
  /** Who waits for the token; undefined once nobody does. */
  readonly holder: TokenHolder | undefined;
}

/** The tokens of every Region; each Region knows its own alone. */
export interface TaskTokens {
  issue(
    machine: { readonly region: string; readonly arn: string },
    holder: TokenHolder,
  ): { readonly token: string; readonly close: () => void };
  /** Undefined for a token that this Region did not issue. */
  find(region: string, token: string): IssuedToken | undefined;
}

export const createTaskTokens = ({ random }: Pick<World, 'random'>): TaskTokens => {
  const issued = new Map<string, IssuedToken>();
  const key = (region: string, token: string) => `${region} ${token}`;
  return {
    issue: ({ region, arn: machineArn }, holder) => {
      const token = uuid(random('task tokens'));
      const name = key(region, token);
      issued.set(name, { machineArn, holder });
      return { token, close: () => void issued.set(name, { machineArn, holder: undefined }) };
    },
    find: (region, token) => issued.get(key(region, token)),
  };
};
