import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TaskFault } from '../../rehearsal/asl/faults';
import { arn, perform } from '../rehearsal/asl/perform';
import { patienceSeconds, retriesOf, walk, type Definition } from './definition';

const FOLDER = join(__dirname, '../../statemachines/definitions');
const definitions = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.asl.json'))
  .map((name) => ({ name, definition: read(name) }))
  .filter(({ definition }) => definition.States['Announce the end']);
const incident = definitions.find(({ name }) => name.startsWith('incident'))!.definition;

function read(name: string): Definition {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  return JSON.parse(text.replace(/\$\{([a-z-]+)\}/g, (_, fn: string) => arn(fn))) as Definition;
}

const seen = { says: 'needs-a-person', because: 'no Region is left', continues: [], findings: [] };
const closed = {
  journey: 'incident',
  outcome: seen.says,
  because: seen.because,
  error: seen.says,
  cause: seen.because,
};
const missing = { outcome: 'needs-a-person', error: 'EvidenceMissing' };

/** Plays an incident whose evidence is refused so often, each pause as long as it can be. */
const refused = async (times: number) => {
  const { ending, calls, posts } = await perform(incident, {
    random: () => 0.999,
    functions: {
      'look-around': () => seen,
      close: (_, nth) => {
        if (nth < times) throw new TaskFault('AccessDenied', 'KMS does not answer');
        return closed;
      },
    },
  });
  const asked = calls.filter(({ name }) => name === 'close');
  const told = posts.map(({ payload }) => (payload as { closed: object }).closed);
  return { ending, asked, told };
};

describe('S30 evidence that is refused', () => {
  it('is tried again for minutes, and then the run ends as if nothing had been', async () => {
    const { ending, asked, told } = await refused(20);
    expect(asked).toHaveLength(21);
    expect(told).toEqual([closed]);
    expect(ending).toMatchObject({ status: 'FAILED', error: 'needs-a-person', cause: 'no Region is left' });
  });

  it('makes people wait for five minutes at most, and counts when it is written later', async () => {
    const { ending, asked, told } = await refused(30);
    expect(told).toMatchObject([missing, closed]);
    expect(asked[20]!.ms).toBeLessThan(300_000);
    expect(new Set(asked.map(({ payload }) => JSON.stringify(payload))).size).toBe(1);
    expect(asked[0]!.payload).toMatchObject({ journey: 'incident', run: 'run-1', outcome: seen.says });
    expect(ending).toMatchObject({ status: 'FAILED', error: 'needs-a-person', cause: 'no Region is left' });
  });

  it('is missing in the end when it is refused for ever, which people know by then', async () => {
    const { ending, asked, told } = await refused(Infinity);
    expect(asked).toHaveLength(21 + 26);
    expect(told).toMatchObject([missing]);
    expect(ending).toMatchObject({ status: 'FAILED', error: 'EvidenceMissing', cause: 'KMS does not answer' });
  });
});

it('S30 is so for every journey that leaves evidence', () => {
  expect(definitions.map(({ name }) => name.split('.')[0])).toEqual([
    'backup',
    'failover',
    'incident',
    'replication-watch',
  ]);
});

describe.each(definitions)('$name', ({ definition }) => {
  const { States, TimeoutSeconds = 0 } = definition;
  const first = States['Write the evidence'];
  const late = States['Write the evidence late'];

  it('S30 tells people after twenty tries at most, because in a disaster they wait for nothing else', () => {
    expect(retriesOf(first)).toBeLessThanOrEqual(20);
    const StartAt = first?.Catch?.at(-1)?.Next ?? '';
    const [missing, told] = walk({ ...definition, StartAt }, {});
    expect([missing, told]).toEqual(['Evidence is missing', 'Announce the missing evidence']);
  });

  it('S30 ends as always when its evidence is written late, and as one without evidence otherwise', () => {
    expect(late).toMatchObject({ InputPath: '$.closing', ResultPath: '$.closed', Next: first?.Next });
    expect(late?.Catch).toMatchObject([{ Next: 'Outcome?', ResultPath: '$.fault' }]);
  });

  it('S30 has time for every try, because a run that times out tells nobody', () => {
    const tries = [first, States['Announce the missing evidence'], late];
    expect(tries.reduce((sum, task) => sum + patienceSeconds(task), 0)).toBeLessThan(TimeoutSeconds);
  });
});
