import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evidence } from '../../../lambdas/evidence/compose';
import { rehearse } from '../../../rehearsal/rehearse';
import { writeRehearsal } from '../../../rehearsal/report/write';
import { scenarios } from '../../../rehearsal/scenarios/all';
import { evidenceIn, figuresIn, momentsIn, textOf, valueAt } from '../../lambdas/evidence/report/page';
import { quickStart } from '../../quick-start';
import { quickStartAssembly } from '../assembly';

const assembly = quickStartAssembly();
const out = mkdtempSync(join(tmpdir(), 'understudy-report-'));
afterAll(() => {
  assembly.remove();
  rmSync(out, { recursive: true });
});

const write = async (name: string) => {
  const scenario = scenarios.find((one) => one.name === name)!;
  const rehearsal = await rehearse({ plan: quickStart(), scenario, seed: 1, assemblyDir: assembly.dir });
  const folder = writeRehearsal(rehearsal, out);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return {
    rehearsal,
    evidence: JSON.parse(read('evidence.json')) as Evidence,
    page: read('report.html'),
    bytes: statSync(join(folder, 'report.html')).size,
  };
};

let written: Readonly<Record<string, Awaited<ReturnType<typeof write>>>>;
beforeAll(async () => {
  written = { 'region-loss': await write('region-loss'), blip: await write('blip') };
});

describe.each(['region-loss', 'blip'])('the report of %s', (name) => {
  it('tells the numbers of evidence.json and no others', () => {
    const { evidence, page } = written[name]!;
    expect(evidenceIn(page)).toEqual(evidence);
    for (const { of, value } of figuresIn(page)) expect(value).toBe(valueAt(evidence, of));
    const told = momentsIn(page);
    expect(told).toEqual(expect.arrayContaining(evidence.assessments.map(({ at }) => at)));
    expect(told).toEqual(expect.arrayContaining(evidence.steps.flatMap(({ startedAt, at }) => [startedAt, at])));
  });

  it('weighs less than 300 kB', () => {
    expect(written[name]!.bytes).toBeLessThan(300_000);
  });

  it('can show every entry of the ledger', () => {
    expect(textOf(written[name]!.page)).not.toContain('This page cannot show these entries');
  });
});

it('S31 shows what users saw beside what the run measured', () => {
  const { rehearsal, page } = written['region-loss']!;
  const { rtoSeconds, lostWrites } = rehearsal.observed;
  expect(figuresIn(page).find(({ of }) => of === 'measured.rtoSeconds')!.value).toBeGreaterThanOrEqual(rtoSeconds!);
  expect(textOf(page)).toContain(`${lostWrites.length} acknowledged`);
  for (const { id } of lostWrites.slice(-50)) expect(textOf(page)).toContain(id);
});
