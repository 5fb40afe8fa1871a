import { askReferences } from '../../../lambdas/observation/references';
import { openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const ask = () => stage.run(askReferences(stage.plan.references, WEST, stage.outside(WEST)));
const silence = (...hosts: readonly string[]) => {
  stage.world.faults.hostSilent = (host) => hosts.includes(host);
};
const thirdParties = () => stage.plan.references.map((url) => new URL(url).hostname);

describe('askReferences', () => {
  it('S2 sees as long as its Region and one third party answer', async () => {
    expect(await ask()).toBeUndefined();
    silence(thirdParties()[0]!);
    expect(await ask()).toBeUndefined();
  });

  it('S2 is blind when no third party answers', async () => {
    silence(...thirdParties());
    expect(await ask()).toMatch(/^the observer in us-west-2 may be blind: none of https:.* answers$/);
  });

  it('S2 is blind when the endpoint of its own Region does not answer', async () => {
    silence('dynamodb.us-west-2.amazonaws.com');
    expect(await ask()).toBe("the observer in us-west-2 may be blind: its own Region's endpoint does not answer");
  });
});
