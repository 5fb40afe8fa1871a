import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { format, resolveConfig } from 'prettier';
import { fidelityPage } from '../test/contract/fidelity-page';

const FILE = join(__dirname, '..', 'docs', 'fidelity.md');

const writeOrCheck = async ({ check }: { check?: true }): Promise<void> => {
  const page = await format(fidelityPage(), { ...(await resolveConfig(FILE)), filepath: FILE });
  if (!check) return writeFileSync(FILE, page);
  if (existsSync(FILE) && readFileSync(FILE, 'utf8') === page) return;
  console.error('docs/fidelity.md is stale; run npm run fidelity');
  process.exitCode = 1;
};

void new Command('fidelity')
  .description('Writes docs/fidelity.md, what the simulated AWS is held against, from the contract cases.')
  .option('--check', 'write nothing; exit 1 if the page is stale')
  .action(writeOrCheck)
  .parseAsync();
