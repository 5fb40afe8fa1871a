import type { Fault } from './fault';
import { between } from './places';
import { spoil } from './spoil';

/** This share of users' resolvers. */
const SHARE = [0.3, 1] as const;

/**
 * Users go on to the Region that they know. Resolvers may keep what they have for days when they choose to:
 * https://www.rfc-editor.org/rfc/rfc8767
 */
export const ignoreTtls: Fault = {
  name: 'ignore-ttls',
  id: 'F31',
  summary: 'resolvers of users go on with old answers, whatever their TTL',
  passes: true,
  strike: ({ cloud: { world } }, draw) => {
    const share = between(SHARE, draw());
    return spoil(
      world.faults,
      'ttlIgnored',
      (before) => (resolver) => resolver < share || (before?.(resolver) ?? false),
    );
  },
};
