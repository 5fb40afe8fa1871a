import { onceFree } from '../../../lambdas/resources/once-free';

const slept: number[] = [];
beforeEach(() => slept.splice(0));
const clock = { sleep: async (ms: number) => void slept.push(ms) };
const fault = (name: string) => Object.assign(new Error('said the test'), { name });

it('makes a change again that another one under way kept from being made', async () => {
  const change = jest.fn().mockRejectedValueOnce(fault('ResourceConflictException')).mockResolvedValue('made');
  expect(await onceFree(change, clock)).toBe('made');
  expect(slept).toEqual([5_000]);
});

it('gives up after three tries, because a step has no more time', async () => {
  const change = jest.fn().mockRejectedValue(fault('ConcurrentModificationException'));
  await expect(onceFree(change, clock)).rejects.toThrow('said the test');
  expect([change.mock.calls.length, slept]).toEqual([3, [5_000, 5_000]]);
});

it('does not repeat what is refused for another reason', async () => {
  const change = jest.fn().mockRejectedValue(fault('AccessDeniedException'));
  await expect(onceFree(change, clock)).rejects.toThrow('said the test');
  expect(change).toHaveBeenCalledTimes(1);
});
