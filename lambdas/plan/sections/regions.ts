import * as z from 'zod';
import { awsRegions, regionName } from '../aws-regions';

/** A Region's name. */
export const region = z
  .string()
  .regex(regionName)
  .meta({ description: 'A commercial AWS Region.', examples: [...awsRegions] });

/** A Region that the application can run in. */
export const workloadRegion = z.strictObject({
  name: region,
  share: z
    .int()
    .min(0)
    .max(100)
    .meta({ description: 'Percentage of the traffic on an ordinary day.', examples: [100] }),
});
