import { bestEffort } from '../aws';
import type { Fencing, Place, Stand } from './fence-by';
import { done, refused, type Before, type Kind } from './kind';
import { orFault, sayFault } from './or-fault';
import { STALE_SECONDS } from './stale';

/** How long to wait before another look. */
const LOOKS_AGAIN_MS = 5_000;

/** Opens again what a fence closed, as it stood before, and looks whether it is open (S28). */
export const unfenceBy =
  <R extends { readonly name: string }, B extends Before>(way: Fencing<R, B>): NonNullable<Kind<R>['unfence']> =>
  async (resource, { region, before }, outside) => {
    const at = { region, limits: bestEffort(region), outside };
    const reopened = await orFault(reopenAndLook(way, resource, before, at));
    if (reopened instanceof Error)
      return refused(`${resource.name} in ${region} may be as the fence left it (${sayFault(reopened)})`);
    return reopened.closed
      ? refused(`${resource.name} in ${region} is still closed: ${reopened.because}`)
      : done(`${resource.name} in ${region} is open again: ${reopened.because}`);
  };

/** Looks until what it sees is new, because it may be told at first how things were before. */
const reopenAndLook = async <R, B extends Before>(
  way: Fencing<R, B>,
  resource: R,
  before: Before,
  at: Place,
): Promise<Stand<B>> => {
  const { clock } = at.outside;
  // From here on, because the whole undo has no more time than a step.
  const untilMs = clock.now() + STALE_SECONDS * 1000;
  await way.reopen(resource, way.before.parse(before), at);
  let stand = await way.look(resource, at);
  while (stand.closed && clock.now() < untilMs) {
    await clock.sleep(LOOKS_AGAIN_MS);
    stand = await way.look(resource, at);
  }
  return stand;
};
