import { rehearse } from '../../../rehearsal/rehearse';
import { scenarios } from '../../../rehearsal/scenarios/all';
import { quickStart } from '../../quick-start';
import { quickStartAssembly } from '../assembly';

const assembly = quickStartAssembly();
afterAll(() => assembly.remove());

describe.each(scenarios.map((scenario) => [scenario.name, scenario.summary, scenario] as const))(
  '%s: %s',
  (...[, , scenario]) => {
    it('comes out as expected', async () => {
      const { problems } = await rehearse({ plan: quickStart(), scenario, seed: 2, assemblyDir: assembly.dir });
      expect(problems).toEqual([]);
    });
  },
);
