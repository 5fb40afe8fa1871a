import type { PlanRule } from '../problem';

/** Only a Region that runs the application can be lost to it. */
export const aSignalSuspectsAWorkloadRegion: PlanRule = ({ regions, signals }) => {
  const workload = regions.map(({ name }) => name);
  return signals.flatMap(({ lost }, at) =>
    workload.includes(lost)
      ? []
      : [
          {
            path: ['signals', at, 'lost'],
            wrong: `"${lost}" does not run the application`,
            allowed: workload.join(', '),
            fix: 'name the Region that users lose when this goes off',
          },
        ],
  );
};
