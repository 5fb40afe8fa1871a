import type { Fault } from './fault';
import { isolate } from './places';
import { onceAtMost } from './spoil';

/** https://github.blog/news-insights/company-news/oct21-post-incident-analysis/ */
const BLIP_SECONDS = 43;

/** As long as the partition of GitHub's network on 2018-10-21, which took 24 hours to repair. */
export const blipActive: Fault = {
  name: 'blip-active',
  id: 'F7',
  summary: `nobody reaches the active Region for ${BLIP_SECONDS} s at most, nor it anybody`,
  passes: true,
  strike: ({ cloud: { world }, active }) => {
    const mend = onceAtMost(isolate(world, active));
    world.clock.after(BLIP_SECONDS * 1000, mend);
    return mend;
  },
};
