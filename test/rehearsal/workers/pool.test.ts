import type ChildProcesses from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool, WorkerLost, type Pool } from '../../../rehearsal/workers/pool';

type Job = { readonly does: 'answer' | 'throw' | 'end' | 'hang' };

const dir = mkdtempSync(join(tmpdir(), 'understudy-pool-'));
const worker = join(dir, 'worker.ts');
writeFileSync(
  worker,
  `import { serve } from ${JSON.stringify(join(__dirname, '../../../rehearsal/workers/serve'))};
   serve(async ({ does }: { does: string }) => {
     if (does === 'throw') throw new Error('the job is wrong');
     if (does === 'end') process.exit(3);
     if (does === 'hang') for (;;);
     return { pid: process.pid };
   });`,
);

let pool: Pool<Job, { readonly pid: number }>;
beforeAll(() => {
  pool = createPool(worker, { size: 2, secondsMax: 5 });
});
afterAll(() => {
  pool.close();
  rmSync(dir, { recursive: true });
});

it('answers more jobs than it has processes, and uses each again', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => pool.ask({ does: 'answer' })));
  expect(answers).toHaveLength(6);
  expect(new Set(answers.map(({ pid }) => pid)).size).toBeLessThanOrEqual(2);
});

it('rejects with what the worker threw, and goes on', async () => {
  await expect(pool.ask({ does: 'throw' })).rejects.toThrow('the job is wrong');
  await expect(pool.ask({ does: 'answer' })).resolves.toHaveProperty('pid');
});

it('says that a worker ended in the middle of a job, and starts another', async () => {
  await expect(pool.ask({ does: 'end' })).rejects.toMatchObject({
    name: 'WorkerLost',
    message: 'a worker process ended in the middle of a job (exit 3)',
  });
  await expect(pool.ask({ does: 'answer' })).resolves.toHaveProperty('pid');
});

it('ends a worker that takes too long, even one that never looks up', async () => {
  const strict = createPool<Job, unknown>(worker, { size: 1, secondsMax: 1 });
  await expect(strict.ask({ does: 'hang' })).rejects.toMatchObject({
    name: 'TooSlow',
    message: 'it did not end within 1 s',
  });
  strict.close();
});

it('begins no job that waits once it is closed, so that its owner can end', async () => {
  const fork = jest.spyOn(jest.requireActual<typeof ChildProcesses>('node:child_process'), 'fork');
  const small = createPool<Job, object>(worker, { size: 1, secondsMax: 5 });
  const begun = small.ask({ does: 'answer' });
  void small.ask({ does: 'answer' });
  await Promise.resolve();
  small.close();
  await expect(begun).rejects.toThrow(WorkerLost);
  expect(fork).toHaveBeenCalledTimes(1);
});
