import { readFileSync } from 'node:fs';
import { rehearse, type Rehearsal } from '../../../rehearsal/rehearse';
import { toResult } from '../../../rehearsal/report/result';
import { momentLine, summary } from '../../../rehearsal/report/text';
import { scenarios } from '../../../rehearsal/scenarios/all';
import type { TraceEntry } from '../../../rehearsal/world/world';
import { quickStart } from '../../quick-start';
import { quickStartAssembly } from '../assembly';

const assembly = quickStartAssembly();
afterAll(() => assembly.remove());

const playAnew = (name: string, seed: number): Promise<Rehearsal> => {
  const scenario = scenarios.find((one) => one.name === name)!;
  return rehearse({ plan: quickStart(), scenario, seed, assemblyDir: assembly.dir });
};

const played = new Map<string, Promise<Rehearsal>>();

/** Plays each rehearsal once for all tests that look at it. */
const play = (name: string, seed: number): Promise<Rehearsal> => {
  const key = `${name} ${seed}`;
  const rehearsal = played.get(key) ?? playAnew(name, seed);
  played.set(key, rehearsal);
  return rehearsal;
};

describe('region-loss', () => {
  let result: ReturnType<typeof toResult>;
  let rehearsal: Rehearsal;
  beforeAll(async () => {
    rehearsal = await play('region-loss', 1);
    result = toResult(rehearsal);
  });

  it('moves within the plan’s objectives, as users saw it', () => {
    expect(result).toMatchObject({ outcome: 'moved', met: true, expected: 'moved' });
    expect(result.rtoSeconds).toBeLessThanOrEqual(900);
    expect(result.rpoSeconds).toBeLessThanOrEqual(300);
  });

  it('S31 reports no better figures than users saw', () => {
    const { measured } = rehearsal.decisive!.evidence!;
    expect(measured.rtoSeconds).toBeGreaterThanOrEqual(result.rtoSeconds!);
    expect(measured.rpoSecondsMax).toBeGreaterThanOrEqual(result.rpoSeconds!);
  });

  it('S10 makes every effect under the new epoch, and in this order', () => {
    expect(result.effects.map(({ operation, epoch }) => [operation, epoch])).toEqual([
      ['UpdateService', 2],
      ['FailoverGlobalCluster', 2],
      ['PutParameter', 2],
      ['PutMetricData', 2],
      ['PutMetricData', 2],
    ]);
  });

  it('S20 changes nothing outside the Regions that live', () => {
    expect(new Set(result.effects.map(({ region }) => region))).toEqual(new Set(['us-west-2', 'us-east-2']));
  });

  it('chains every effect by id to the check that saw the loss: check, metric, alarm, event, run, step, effect', () => {
    const entries = rehearsal.traceText
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as TraceEntry);
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const typesBehind = (id: string, seen = new Set<string>()): Set<string> => {
      for (const cause of byId.get(id)?.causes ?? []) {
        if (seen.has(cause)) continue;
        seen.add(cause);
        typesBehind(cause, seen);
      }
      return new Set([...seen].map((one) => byId.get(one)!.type));
    };
    const effects = entries.filter(({ type }) => type === 'effect');
    expect(effects.length).toBeGreaterThan(3);
    for (const { id } of effects) {
      expect([...typesBehind(id)]).toEqual(
        expect.arrayContaining(['check', 'metric', 'alarm', 'event', 'run', 'step']),
      );
    }
  });

  it('S30 leaves whole evidence: verdicts with their facts, the lead, every step and phase, and who was told', () => {
    const evidence = rehearsal.decisive!.evidence!;
    expect(evidence.assessments.at(-1)).toMatchObject({ says: 'proceed', facts: { suspect: 'us-east-1' } });
    expect(evidence.lead).toMatchObject({ led: true, epoch: 2 });
    expect(evidence.steps.map(({ says }) => says)).not.toContain('intent');
    expect(evidence.phases.every(({ ok }) => ok)).toBe(true);
    expect(evidence.notices[0]).toMatchObject({
      told: [
        { channel: 'sns', told: true },
        { channel: 'slack', told: true },
      ],
    });
  });

  it('gives the same trace for the same seed, and other times for another', async () => {
    const again = await playAnew('region-loss', 1);
    const other = toResult(await play('region-loss', 2));
    expect(again.traceSha256).toBe(rehearsal.traceSha256);
    expect(other.traceSha256).not.toBe(result.traceSha256);
    expect(other.timeline.map(({ t }) => t)).not.toEqual(result.timeline.map(({ t }) => t));
  });
});

describe('the README', () => {
  it('shows what the command prints, line by line', async () => {
    const rehearsal = await play('region-loss', 1);
    const printed = [...rehearsal.moments.map(momentLine), ...summary(rehearsal, undefined).split('\n')];
    const shown = /```text\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))![1]!.trimEnd().split('\n');
    for (const line of shown) expect(printed).toContainEqual(expect.stringContaining(line.replace(/ …$/, '')));
  });
});

describe('blip', () => {
  it('S1 starts a run, waits, and holds with nothing changed', async () => {
    const result = toResult(await play('blip', 1));
    expect(result).toMatchObject({ outcome: 'held', effects: [], rtoSeconds: null, rpoSeconds: null });
    expect(result.runs.some(({ verdicts }) => verdicts.includes('wait') && verdicts.at(-1) === 'hold')).toBe(true);
  });
});

describe('malformed-event', () => {
  it('S32 ends the run with its named error, and with evidence that nothing was changed', async () => {
    const result = toResult(await play('malformed-event', 1));
    expect(result).toMatchObject({ outcome: 'aborted', effects: [] });
    expect(result.runs).toEqual([
      expect.objectContaining({ status: 'FAILED', because: expect.stringContaining('nothing was changed') }),
    ]);
  });
});
