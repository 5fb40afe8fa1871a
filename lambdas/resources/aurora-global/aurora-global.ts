import type { Kind } from '../kind';
import { backUp } from './back-up';
import { copy } from './copy';
import { describeGlobal } from './describe';
import { measureLag } from './measure-lag';
import { listPoints } from './points';
import { promote } from './promote';
import { prune } from './prune';
import { readiness } from './readiness';
import type { AuroraGlobal } from './schema';
import { verify } from './verify';

/** An Aurora Global Database. */
export const auroraGlobalKind: Kind<AuroraGlobal> = {
  measureLag,
  readiness,
  promote,
  listPoints,
  backUp,
  copy,
  verify,
  prune,
  findWriter: async (resource, seenFrom, outside) => (await describeGlobal(resource, seenFrom, outside)).writer,
};
