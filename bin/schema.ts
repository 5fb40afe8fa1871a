import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { planJsonSchema } from '../lambdas/plan/written-plan';

const FILE = join(__dirname, '..', 'plan.schema.json');

const writeOrCheck = ({ check }: { check?: true }): void => {
  const schema = `${JSON.stringify(planJsonSchema(), null, 2)}\n`;
  if (!check) return writeFileSync(FILE, schema);
  if (existsSync(FILE) && readFileSync(FILE, 'utf8') === schema) return;
  console.error('plan.schema.json is stale; run npm run schema');
  process.exitCode = 1;
};

new Command('schema')
  .description('Writes plan.schema.json, which editors read, from the schema of the plan.')
  .option('--check', 'write nothing; exit 1 if the file is stale')
  .action(writeOrCheck)
  .parse();
