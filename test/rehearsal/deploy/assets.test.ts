import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetDirectory } from '../../../rehearsal/deploy/assets';

/** An assembly that uploads `c0de` to us-east-1 only, from a directory outside of it. */
const placementIn = (region: string) => {
  const assemblyDir = mkdtempSync(join(tmpdir(), 'assembly-'));
  const destinations = { there: { bucketName: 'assets', objectKey: 'c0de.zip', region: 'us-east-1' } };
  const files = { c0de: { source: { path: '/somewhere/lambdas', packaging: 'zip' }, destinations } };
  writeFileSync(join(assemblyDir, 'Shop.assets.json'), JSON.stringify({ files }));
  return { region, account: '111122223333', stack: 'Shop', logicalId: 'Observe', assemblyDir };
};

it('finds the directory of an asset by its key, also where CDK left it in its place', () => {
  expect(assetDirectory(placementIn('us-east-1'), 'c0de.zip')).toBe('/somewhere/lambdas');
});

it('finds no asset that is not uploaded to the Region: Lambda takes code from its own Region only', () => {
  expect(() => assetDirectory(placementIn('us-west-2'), 'c0de.zip')).toThrow(
    'Shop.Observe: no *.assets.json uploads c0de.zip to us-west-2',
  );
  expect(() => assetDirectory(placementIn('us-east-1'), 'other.zip')).toThrow(/uploads other\.zip/);
});
