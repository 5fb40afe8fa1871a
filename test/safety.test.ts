import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The requirements of docs/safety.md that hold today; a test's name that begins with an id says what must be so. */
const REQUIRED = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 30, 31, 32,
];

const names = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(test|rehearsal)\.ts$/.test(file))
  .flatMap((file) => [
    ...readFileSync(join(__dirname, file), 'utf8').matchAll(
      /\b(?:it|test|describe)(?:\.each\([^]*?\))?\(\s*['"`]([^'"`]+)/g,
    ),
  ])
  .map(([, name]) => name!);

describe('the safety requirements', () => {
  it.each(REQUIRED)('S%i has a test that names it', (id) => {
    expect(names.filter((name) => new RegExp(`\\bS${id}\\b`).test(name))).not.toEqual([]);
  });

  it('have no test that names one which nobody wrote down', () => {
    const named = names.flatMap((name) => [...name.matchAll(/\bS(\d+)\b/g)].map(([, id]) => Number(id)));
    expect([...new Set(named)].filter((id) => id < 1 || id > 32)).toEqual([]);
  });
});
