import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearseAll } from '../../rehearsal/all';
import { table } from '../../rehearsal/report/table';
import { blip } from '../../rehearsal/scenarios/blip';
import { malformedEvent } from '../../rehearsal/scenarios/malformed-event';
import { quickStartAssembly, resourcesOf, withTemplate, type Template } from './assembly';

const assembly = quickStartAssembly();
const out = mkdtempSync(join(tmpdir(), 'understudy-out-'));
afterAll(() => {
  assembly.remove();
  rmSync(out, { recursive: true });
});

const scenarios = [malformedEvent, blip];
const rehearse = (ended = () => undefined) =>
  rehearseAll({ scenarios, jobs: 2, faults: [], seed: 1, out, assemblyDir: assembly.dir, ended });

const without = (type: string) => (template: Template) => {
  delete template.Resources[resourcesOf(template, type)[0]![0]];
};

it('answers in the order of the scenarios, whichever ends first, and tells of each end', async () => {
  let ends = 0;
  const rows = await rehearse(() => void ends++);
  expect(rows.map(({ scenario, met }) => [scenario, met])).toEqual([
    ['malformed-event', true],
    ['blip', true],
  ]);
  expect(ends).toBe(2);
  expect(table(rows, { fits: false })).toContain('all 2 scenarios came out as expected');
});

it('tells the first problem of what did not come out as expected', async () => {
  const rows = await withTemplate(assembly, 'us-west-2', without('AWS::Events::Rule'), () => rehearse());
  expect(rows.every(({ met }) => !met)).toBe(true);
  expect(table(rows, { fits: false })).toContain(rows[0]!.problems[0]!);
  expect(table(rows, { fits: false })).toContain('2 of 2 scenarios did not come out as expected');
});

it('tells what stopped a deployment in the row of each scenario', async () => {
  const rows = await withTemplate(assembly, 'us-west-2', without('AWS::IAM::Role'), () => rehearse());
  expect(rows).toEqual([
    expect.objectContaining({ scenario: 'malformed-event', outcome: null, met: false }),
    expect.objectContaining({ scenario: 'blip', outcome: null, met: false }),
  ]);
  expect(rows[0]!.problems[0]).toMatch(/us-west-2/);
});
