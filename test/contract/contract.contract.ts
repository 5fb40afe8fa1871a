import { compare } from './compare';
import { contracts } from './cases/all';
import { readModel } from './model/service-model';
import { playOnMoto, playOnSimulation } from './play-case';

const { MOTO_URL = '', BOTOCORE = '' } = process.env;

describe.each(contracts)('$client', ({ model: service, cases }) => {
  const model = readModel(BOTOCORE, service);

  it.each(cases)('$name', async (one) => {
    const simulated = await playOnSimulation(one, model);
    const moto = await playOnMoto(one, MOTO_URL);
    const partings = one.steps.flatMap((step, index) =>
      compare(step, simulated.outcomes[index]!, moto.outcomes[index]!).map(
        (parting) => `step ${index + 1}, ${step.operation}: ${parting}`,
      ),
    );
    expect({ broken: simulated.broken, partings }).toEqual({ broken: [], partings: [] });
    expect(simulated.effect).toEqual(moto.effect);
  });
});
