import { STALE_SECONDS } from '../../lambdas/resources/stale';
import { isEventualRead } from '../aws/eventual-reads';
import type { Faults } from '../world/world';
import type { Fault } from './fault';
import { between, oneOf } from './places';
import { spoil } from './spoil';

/** This share of what may be old is. */
const SHARE = [0.2, 0.9] as const;

/** Whoever looks whether a change was made is told, for a while, how things were before it, or before another look. */
export const answerFromThePast: Fault = {
  name: 'answer-from-the-past',
  id: 'F28',
  summary: `reads that AWS does not promise to be consistent answer as they did up to ${STALE_SECONDS} s ago`,
  passes: true,
  strike: ({ cloud: { world } }, draw) => {
    const share = between(SHARE, draw());
    const remembered = createMemory(() => world.clock.now());
    return spoil(world.faults, 'told', (before) => (answered) => {
      const output = before?.(answered) ?? answered.output;
      if (!isEventualRead(answered)) return output;
      const past = remembered(answered, output);
      return draw() < share ? oneOf(past, draw()) : output;
    });
  },
};

type Answered = Parameters<NonNullable<Faults['told']>>[0];

/** Keeps what the same request was answered lately, oldest first, the answer just given among it. */
const createMemory = (now: () => number) => {
  const answers = new Map<string, readonly { readonly at: number; readonly output: object }[]>();
  return ({ service, operation, region, input }: Answered, output: object): readonly object[] => {
    const key = JSON.stringify([service, operation, region, input]);
    const lately = (answers.get(key) ?? []).filter(({ at }) => now() - at <= STALE_SECONDS * 1000);
    const all = [...lately, { at: now(), output }];
    answers.set(key, all);
    return all.map((one) => one.output);
  };
};
