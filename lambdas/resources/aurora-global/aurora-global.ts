import type { Kind } from '../kind';
import { describeGlobal } from './describe';
import { measureLag } from './measure-lag';
import { promote } from './promote';
import { readiness } from './readiness';
import type { AuroraGlobal } from './schema';

/** An Aurora Global Database. */
export const auroraGlobalKind: Kind<AuroraGlobal> = {
  measureLag,
  readiness,
  promote,
  findWriter: async (resource, seenFrom, outside) => (await describeGlobal(resource, seenFrom, outside)).writer,
};
