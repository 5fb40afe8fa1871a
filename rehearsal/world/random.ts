import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomStreams } from './world';

/** Streams of numbers in [0, 1) drawn from one seed: the same seed and name give the same numbers. */
export const createRandom = (seed: number): RandomStreams => {
  const streams = new Map<string, () => number>();
  return (name) => {
    const known = streams.get(name);
    if (known) return known;
    const generator = xoroshiro128plus(createHash('sha256').update(`${seed} ${name}`).digest().readInt32LE(0));
    const stream = () => uniformFloat64(generator);
    streams.set(name, stream);
    return stream;
  };
};
