import { TaskFault } from '../../../rehearsal/asl/faults';
import { arn, perform } from '../../rehearsal/asl/perform';
import { all } from './all';
import type { Case } from './case';

describe.each(Object.entries(all))('%s', (_, cases) => {
  it.each(cases.map((one) => [one.it, one.source, one] as const))('%s (%s)', async (_it, _source, one) => {
    const { ending, tookMs } = await play(one);
    expect(ending).toMatchObject(one.ends);
    if (one.ends.output !== undefined) expect(ending.output).toEqual(one.ends.output);
    const [min, max] = typeof one.seconds === 'number' ? [one.seconds, one.seconds] : (one.seconds ?? [0, Infinity]);
    // Every transition takes 4 ms here.
    expect(tookMs).toBeGreaterThanOrEqual(min * 1000);
    expect(tookMs).toBeLessThan(max * 1000 + 500);
  });
});

const play = ({ definition, input, draw = 0, answer }: Case) =>
  perform(definition, {
    ...(input !== undefined && { input }),
    random: () => draw,
    functions: {
      echo: ({ payload }) => payload,
      missing: () => {
        throw new TaskFault('Lambda.ResourceNotFoundException', `Function not found: ${arn('missing')}`);
      },
    },
    onToken: (holder) => {
      if (!answer) return;
      const { afterSeconds, output = null, fails } = answer;
      const act = () => (fails ? holder.fail(fails.error, fails.cause, []) : holder.succeed(output, []));
      setTimeout(act, afterSeconds * 1000);
    },
  });
