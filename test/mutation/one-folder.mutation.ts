import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const TESTS = join(__dirname, '../lambdas');

/** The folder of `lambdas/` that is mutated. */
const FOLDER = process.env['MUTATED'] ?? 'decision';

/** Tests of handlers that say what a folder must do, because only these handlers ask for it. */
const HANDLERS: Readonly<Record<string, readonly string[]>> = {
  authority: ['control', 'note-advice'],
  steps: ['backup', 'undo'],
};

/** They enumerate or draw what the tests of the single rules and writes say; seconds for each mutant. */
const SLOW = ['decision/decision-space.test.ts', 'authority/interleavings.test.ts'];

const files = [
  ...readdirSync(join(TESTS, FOLDER)).map((file) => `${FOLDER}/${file}`),
  ...(HANDLERS[FOLDER] ?? []).map((name) => `handlers/${name}.test.ts`),
].filter((file) => file.endsWith('.test.ts') && !SLOW.includes(file));

// In one file: each of its own would load the simulated AWS again, for each of hundreds of mutants.
describe.each(files)('%s', (file) => {
  jest.requireActual(join(TESTS, file));
});
