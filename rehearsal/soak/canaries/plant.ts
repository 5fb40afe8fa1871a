import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Canary } from './canary';

/** The text that a canary replaces is not there once: the code has changed, and the canary must follow. */
export class CannotPlant extends Error {
  override readonly name = 'CannotPlant';
}

/** The sources as they are. */
export const ROOT = resolve(__dirname, '../../..');
const SOURCES = ['bin', 'examples', 'lambdas', 'lib', 'rehearsal', 'statemachines', 'package.json', 'tsconfig.json'];

/** A copy of the sources with the bug in it; `remove` deletes it. */
export const plant = ({ name, plants }: Canary): { readonly dir: string; remove(): void } => {
  const dir = mkdtempSync(join(tmpdir(), 'understudy-canary-'));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  try {
    for (const source of SOURCES) cpSync(join(ROOT, source), join(dir, source), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
    for (const { file, find, replace } of plants) {
      const text = readFileSync(join(dir, file), 'utf8');
      if (text.split(find).length !== 2) {
        throw new CannotPlant(`${name}: ${file} does not have this text once: ${find}; change the canary`);
      }
      writeFileSync(
        join(dir, file),
        text.replace(find, () => replace),
      );
    }
    return { dir, remove };
  } catch (fault) {
    remove();
    throw fault;
  }
};
