import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { definitionFiles } from '../rehearsal/definitions/files';
import { synthesizePlan } from '../rehearsal/open-assembly';

const ROOT = join(__dirname, '..');
const FOLDER = join(ROOT, 'statemachines', 'definitions');

/** What belongs into the folder, undefined where a file does not belong there any more; only what differs. */
const findStale = (): [string, string | undefined][] => {
  const assembly = synthesizePlan(join(ROOT, 'examples/quickstart/plan.yaml'));
  try {
    const wanted = definitionFiles(assembly);
    const known = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
    return [...new Set([...wanted.keys(), ...known])]
      .filter((name) => !known.includes(name) || readFileSync(join(FOLDER, name), 'utf8') !== wanted.get(name))
      .map((name) => [name, wanted.get(name)]);
  } finally {
    assembly.remove();
  }
};

const writeOrCheck = ({ check }: { check?: true }): void => {
  const stale = findStale();
  if (check) {
    if (stale.length === 0) return;
    console.error(`stale: ${stale.map(([name]) => name).join(', ')}; run npm run definitions`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, text] of stale) {
    if (text === undefined) rmSync(join(FOLDER, name));
    else writeFileSync(join(FOLDER, name), text);
    console.log(`${text === undefined ? 'removed' : 'wrote'} statemachines/definitions/${name}`);
  }
};

new Command('definitions')
  .description('Writes the definitions of all journeys, and a page of diagrams, into statemachines/definitions.')
  .option('--check', 'write nothing; exit 1 if a file is stale')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(writeOrCheck)
  .parse();
