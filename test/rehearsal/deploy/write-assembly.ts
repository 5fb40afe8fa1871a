import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface StackText {
  readonly region?: string;
  readonly template: object;
  readonly dependsOn?: readonly string[];
}

/** Writes a cloud assembly as `cdk synth` does; `assets` are files by `<hash>/<path>`. Answers its directory. */
export const writeAssembly = (
  stacks: Readonly<Record<string, StackText>>,
  assets: Readonly<Record<string, string>> = {},
): string => {
  const dir = mkdtempSync(join(tmpdir(), 'assembly-'));
  const json = (name: string, value: object) => writeFileSync(join(dir, name), JSON.stringify(value));
  const artifacts: Record<string, object> = { Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } } };
  for (const [name, { region = 'us-east-1', template, dependsOn = [] }] of Object.entries(stacks)) {
    artifacts[`${name}.assets`] = { type: 'cdk:asset-manifest', properties: { file: `${name}.assets.json` } };
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      environment: `aws://unknown-account/${region}`,
      properties: { templateFile: `${name}.template.json` },
      dependencies: [`${name}.assets`, ...dependsOn],
    };
    json(`${name}.template.json`, template);
  }
  const hashes = new Set(Object.keys(assets).map((path) => path.split('/')[0] ?? path));
  const files = [...hashes].map((hash) => [
    hash,
    {
      source: { path: `asset.${hash}`, packaging: 'zip' },
      destinations: { here: { bucketName: 'assets', objectKey: `${hash}.zip` } },
    },
  ]);
  json('all.assets.json', { files: Object.fromEntries(files) as object });
  for (const [path, text] of Object.entries(assets)) {
    mkdirSync(dirname(join(dir, `asset.${path}`)), { recursive: true });
    writeFileSync(join(dir, `asset.${path}`), text);
  }
  json('manifest.json', { version: '55.0.0', artifacts });
  return dir;
};
