import { showProgress } from '../../../rehearsal/report/progress';

it('shows what is noted where nobody looks at a bar, and nothing of the bar', () => {
  const wrote = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { isTTY } = process.stderr;
  process.stderr.isTTY = false;
  try {
    const progress = showProgress(2, 'runs');
    progress.step();
    progress.note('seed 7: I1: two Regions write');
    progress.stop();
    expect(wrote.mock.calls.map(([text]) => text)).toEqual(['seed 7: I1: two Regions write\n']);
  } finally {
    process.stderr.isTTY = isTTY;
    wrote.mockRestore();
  }
});
