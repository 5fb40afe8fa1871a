import { everyPlan, planNamed } from '../../../rehearsal/soak/every-plan';
import { variants } from '../../../rehearsal/soak/variants';

const plans = everyPlan();
const planOf = (name: string) => plans.find((one) => one.name === name)!.plan;
const FILE = 'examples/quickstart/plan.yaml';

describe('the plans of a soak', () => {
  it('are every example as it is written and in each variant, of which half the draws take the former', () => {
    const written = plans.filter(({ name }) => !name.includes('+'));
    expect(plans).toHaveLength(written.length * (variants.length + 1));
    expect(written.reduce((sum, { weight = 1 }) => sum + weight, 0)).toBe(plans.length - written.length);
  });

  it('differ from the written one in what the variant says, and in nothing else', () => {
    const { automation, ...rest } = planOf(FILE);
    const { automation: varied, ...same } = planOf(`${FILE}+observes`);
    expect(same).toEqual(rest);
    expect(varied).toEqual({ ...automation, mode: 'observe' });
  });

  it('are read as if people had written them, with their units', () => {
    expect(planOf(`${FILE}+once-a-day`).automation).toMatchObject({ cooldownSeconds: 60, maxPerDay: 1 });
    expect(planOf(`${FILE}+asks-two`).automation.approval).toMatchObject({ people: 2, expiresSeconds: 300 });
    const guarded = planOf(`${FILE}+loses-nothing`).resources.filter(({ kind }) => kind === 'aurora-global');
    expect(guarded).toEqual([expect.objectContaining({ allowDataLoss: false })]);
  });

  it('are none under a name that no variant has', () => {
    expect(() => planNamed(`${FILE}+bold`)).toThrow('no variant is named bold; allowed are observes');
  });
});
