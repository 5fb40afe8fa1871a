import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** The folder that every handler's bundle is made from. */
export const LAMBDAS = resolve(__dirname, '../lambdas');

/**
 * Bundles each `lambdas/handlers/<name>.ts` to `<name>.js` in `outputDir`, with the SDK inside, because the runtime's own
 * changes without a deployment.
 */
export const bundle = (names: readonly string[], outputDir: string): void => {
  buildSync({
    entryPoints: names.map((name) => join(LAMBDAS, 'handlers', `${name}.ts`)),
    outdir: outputDir,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // The SDK's ES modules are a third smaller once unused parts are left out.
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
};
