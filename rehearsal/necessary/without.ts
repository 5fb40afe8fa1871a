import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Assembly } from '../synthesize';
import { deleteParts } from './delete-parts';
import type { Part } from './part';

/** Where a part stands. */
export type Place = Pick<Part, 'stack' | 'path'>;

const TEMPLATE = '.template.json';

/** The stack whose template a file of an assembly is; undefined where it is something else. */
export const stackOf = (file: string): string | undefined =>
  file.endsWith(TEMPLATE) ? file.slice(0, -TEMPLATE.length) : undefined;

/** The same assembly without some of its parts, in a directory of its own. */
export const without = (assemblyDir: string, deleted: readonly Place[]): Assembly => {
  const dir = mkdtempSync(join(tmpdir(), 'understudy-without-'));
  const edited = new Set(deleted.map(({ stack }) => `${stack}${TEMPLATE}`));
  for (const file of readdirSync(assemblyDir)) {
    if (!edited.has(file)) symlinkSync(resolve(assemblyDir, file), join(dir, file));
  }
  for (const file of edited) {
    const template: unknown = JSON.parse(readFileSync(join(assemblyDir, file), 'utf8'));
    const places = deleted.filter(({ stack }) => `${stack}${TEMPLATE}` === file);
    deleteParts(
      template,
      places.map(({ path }) => path),
    );
    writeFileSync(join(dir, file), JSON.stringify(template));
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
};
