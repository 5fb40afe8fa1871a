import type { HttpRequest } from '../../../lambdas/http';
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
    expect(await ask()).toBe(
      'the observer in us-west-2 may be blind: none of https://one.one.one.one/, https://www.wikipedia.org/ answers',
    );
  });

  it('S3 fails for any other reason than silence: a mistake of ours tells nothing of what it can see', async () => {
    const http = () => Promise.reject(new TypeError('fetch is not a function'));
    const asked = askReferences(stage.plan.references, WEST, { ...stage.outside(WEST), http });
    await expect(stage.run(asked)).rejects.toThrow('fetch is not a function');
  });

  it('asks for pages only, for two seconds, because an observer has the rest of its ten for its vote', async () => {
    const asked: HttpRequest[] = [];
    const http = (request: HttpRequest) => {
      asked.push(request);
      return Promise.resolve({ status: 503, body: '' });
    };
    expect(await askReferences(['https://one.example/'], WEST, { ...stage.outside(WEST), http })).toBeUndefined();
    expect(asked).toEqual([
      { method: 'GET', url: 'https://dynamodb.us-west-2.amazonaws.com/', timeoutMs: 2_000 },
      { method: 'GET', url: 'https://one.example/', timeoutMs: 2_000 },
    ]);
  });

  it('S2 is blind when the endpoint of its own Region does not answer', async () => {
    silence('dynamodb.us-west-2.amazonaws.com');
    expect(await ask()).toBe("the observer in us-west-2 may be blind: its own Region's endpoint does not answer");
  });
});
