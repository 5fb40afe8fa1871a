import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFacts } from '../../../rehearsal/explain/read-facts';
import { factsOfALoss } from '../../lambdas/decision/facts-of-a-loss';

const dir = mkdtempSync(join(tmpdir(), 'understudy-facts-'));
afterAll(() => rmSync(dir, { recursive: true }));

const written = (content: unknown): string => {
  const file = join(dir, 'facts.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

it('reads facts by themselves, and those of the last assessment of a run', () => {
  const [early, late] = [factsOfALoss({ runSeconds: 1 }), factsOfALoss({ runSeconds: 2 })];
  expect(readFacts(written(late))).toEqual(late);
  expect(readFacts(written({ outcome: 'moved', assessments: [{ facts: early }, { facts: late }] }))).toEqual(late);
});

it.each([
  ['S32 a file that is not there', () => join(dir, 'none.json'), /none\.json cannot be read \(ENOENT\); allowed are/],
  ['S32 what is no JSON', () => written('{'), /facts\.json is no JSON \(.*\); allowed are/],
  ['S32 a run that assessed nothing', () => written({ assessments: [] }), /assessed nothing; allowed are/],
  [
    'S32 a vote that says something else, by its place',
    () => written({ ...factsOfALoss(), votes: [{ ...factsOfALoss().votes[0], says: 'dead' }] }),
    /holds no facts: votes\.0\.says: .*down/,
  ],
  [
    'S32 a fact that no rule knows, because it would change nothing',
    () => written({ ...factsOfALoss(), weather: 'bad' }),
    /facts: Unrecognized key: "weather"/,
  ],
])('refuses %s', (_, file, message) => {
  expect(() => readFacts(file())).toThrow(message);
});
