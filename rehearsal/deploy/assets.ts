import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { DeployFault } from './deploy-fault';
import type { Placement } from './resource-type';
import { whileUnchanged } from './while-unchanged';

const assetManifest = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string(), packaging: z.enum(['zip', 'file']) }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string(), region: z.string().optional() })),
    }),
  ),
});

/** Where a template says that the code of a function or a layer was uploaded. */
export const s3Asset = z.strictObject({
  // Inert: every Region has one bucket for assets, so the key alone finds one.
  S3Bucket: z.string(),
  S3Key: z.string(),
});

/**
 * The directory that was uploaded, zipped, under this key to the Region of the placement.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema.FileAsset.html
 */
export const assetDirectory = ({ assemblyDir, region, stack, logicalId }: Placement, key: string): string => {
  for (const file of manifestsIn(assemblyDir)) {
    const found = Object.values(filesIn(join(assemblyDir, file))).find(
      ({ source, destinations }) =>
        source.packaging === 'zip' &&
        Object.values(destinations).some((to) => to.objectKey === key && (to.region ?? region) === region),
    );
    // The path of an asset that needed no bundling can be absolute.
    if (found) return resolve(assemblyDir, found.source.path);
  }
  throw new DeployFault(`${stack}.${logicalId}`, `no *.assets.json uploads ${key} to ${region}`);
};

const manifestsIn = whileUnchanged((dir) => readdirSync(dir).filter((name) => name.endsWith('.assets.json')));

const filesIn = whileUnchanged((file) => assetManifest.parse(JSON.parse(readFileSync(file, 'utf8'))).files);
