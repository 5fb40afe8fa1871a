import { ask } from '../../../lambdas/checks/check';
import { formOpinion } from '../../../lambdas/observation/form-opinion';
import type { Check } from '../../../lambdas/plan/plan';
import { EAST, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const DAY_MS = 86_400_000;
const check: Check = { name: 'tls', kind: 'certificate', url: 'https://{region}.shop.example', timeoutSeconds: 4 };
const asked = () => ask(check, EAST, stage.outside(WEST));
const asking = () => stage.run(asked());
const endsIn = (ms: number) => {
  const validToMs = stage.world.clock.now() + ms;
  stage.world.faults.certificate = () => ({ validToMs });
};

it('is good while it is valid for the host', async () => {
  expect(await asking()).toEqual({
    check: 'tls',
    good: true,
    because: 'the certificate of us-east-1.shop.example is valid until 2026-07-25T09:00:00.000Z',
  });
});

it('is still good in its last two weeks, and says that somebody must renew it: what is not over moves nothing', async () => {
  endsIn(9 * DAY_MS + 3_600_000);
  const finding = await asking();
  expect(finding).toMatchObject({ good: true, because: expect.stringMatching(/ends in 9 days, at .*: renew it$/) });
  expect(formOpinion(EAST, [finding], {}, 'now')).toMatchObject({ says: 'healthy', because: finding.because });
});

it('says nothing of it a day earlier', async () => {
  endsIn(14 * DAY_MS + 60_000);
  expect((await asking()).because).toContain('is valid until');
});

it('S6 is bad once it is over, although pages may answer', async () => {
  endsIn(-1);
  expect(await asking()).toMatchObject({
    good: false,
    because: 'the certificate of us-east-1.shop.example expired at 2026-01-06T08:59:59.999Z',
  });
});

it('S6 is bad when it is for another host', async () => {
  stage.world.faults.certificate = () => ({ fits: false });
  expect(await asking()).toMatchObject({
    good: false,
    because: 'the certificate that us-east-1.shop.example shows is not for us-east-1.shop.example',
  });
});

it('is bad without a handshake, after the check’s time-out', async () => {
  stage.world.network.kill(EAST);
  let finding: unknown;
  expect(await stage.secondsOf(asked().then((found) => (finding = found)))).toBeCloseTo(4, 1);
  expect(finding).toMatchObject({ good: false, because: expect.stringContaining('no handshake (nothing within 4000') });
});

it.each([
  ['https://{region}.shop.example', 443],
  ['https://{region}.shop.example:8443/any', 8443],
])('asks %s at port %i', async (url, port) => {
  const requests: unknown[] = [];
  const tls = async (request: unknown) => (requests.push(request), { validToMs: Infinity, fits: false });
  await ask({ ...check, url }, EAST, { ...stage.outside(WEST), tls });
  expect(requests).toEqual([{ host: 'us-east-1.shop.example', port, timeoutMs: 4_000 }]);
});
