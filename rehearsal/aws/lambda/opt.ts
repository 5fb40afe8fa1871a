import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { whileUnchanged } from '../../deploy/while-unchanged';

/** Reads a file as a function sees it: only what its layers put under `/opt`, of which a later layer hides an earlier. */
export const readOpt = (layerDirs: readonly string[], path: string): string => {
  const inside = /^\/opt\/(.+)$/.exec(normalize(path))?.[1];
  for (const dir of inside ? [...layerDirs].reverse() : []) {
    try {
      return textOf(join(dir, inside ?? ''));
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
    }
  }
  throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'; no layer holds it`), {
    code: 'ENOENT',
  });
};

/** Every function reads the same few files whenever it starts anew. */
const textOf = whileUnchanged((file) => readFileSync(file, 'utf8'));
