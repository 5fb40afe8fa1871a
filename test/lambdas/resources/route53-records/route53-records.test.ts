import { route53RecordsKind } from '../../../../lambdas/resources/route53-records/route53-records';
import { createResource } from '../../../rehearsal/aws/ask-service';
import { aMove, lead } from '../../a-move';
import { EAST, startStage, WEST, type Stage } from '../../stage';
import { resourceOf, waysOf } from '../resource-of';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const shift = route53RecordsKind.shift!;
const check = route53RecordsKind.check!;
const front = () => resourceOf(stage, 'route53-records');
const ways = () => waysOf(stage, aMove());

describe('shift', () => {
  it('S24 turns traffic on in the target and tells the switches that can hear it', async () => {
    await stage.run(lead(stage));
    expect(await stage.run(shift.start(front(), aMove(), ways()))).toEqual({
      says: 'done',
      because: 'www.shop.example goes to us-west-2; the switches in us-east-2, us-west-2 know at once',
    });
    expect(stage.authority()?.traffic).toEqual({ [EAST]: false, [WEST]: true });
  });

  it('is done even when no switch heard it at once: they read the map themselves', async () => {
    await stage.run(lead(stage));
    stage.world.faults.call = ({ service }) => {
      if (service === 'cloudwatch') throw new Error('down');
    };
    expect(await stage.run(shift.start(front(), aMove(), ways()))).toMatchObject({
      says: 'done',
      because: expect.stringContaining('the switches in no Region know at once'),
    });
  });

  it('S10 leaves the map as it is when this run does not lead', async () => {
    expect(await stage.run(shift.start(front(), aMove(), ways()))).toMatchObject({ says: 'refused' });
    expect(stage.authority()?.traffic).toEqual({ [EAST]: true, [WEST]: false });
  });

  it('S21 asks nothing of Route 53', async () => {
    await stage.run(lead(stage));
    await stage.run(shift.start(front(), aMove(), ways()));
    expect(new Set(stage.cloud.endpoint.calls.map(({ service }) => service))).toEqual(
      new Set(['dynamodb', 'cloudwatch']),
    );
  });

  it('has nothing to wait for', async () => {
    expect(await stage.run(shift.poll(front(), aMove(), ways()))).toMatchObject({ says: 'refused' });
  });
});

describe('check', () => {
  /** Records without health checks: the name answers one Region, for as long as a TTL. */
  const answer = (region: string) =>
    createResource(stage.cloud.route53, 'AWS::Route53::RecordSet', {
      HostedZoneId: front().zone,
      Name: `${front().record}.`,
      Type: 'CNAME',
      TTL: '60',
      ResourceRecords: [`${region}.shop.example`],
      SetIdentifier: region,
      Weight: 1,
    });
  const ask = () => stage.run(check.start(front(), aMove(), ways()));

  it('is done when this Region’s resolver answers the target', async () => {
    answer(WEST);
    expect(await ask()).toEqual({ says: 'done', because: 'www.shop.example answers us-west-2.shop.example' });
  });

  it('S31 is pending while the resolver answers the old Region: users still go there', async () => {
    answer(EAST);
    expect(await ask()).toEqual({
      says: 'pending',
      because: 'www.shop.example answers us-east-1.shop.example, not yet us-west-2.shop.example alone',
      againInSeconds: 10,
    });
  });

  it('S31 is pending while both Regions are answered by chance: half of the users still go to the old one', async () => {
    answer(EAST);
    answer(WEST);
    expect(await ask()).toMatchObject({
      says: 'pending',
      because: expect.stringMatching(
        /^www\.shop\.example answers us-\S+, us-\S+, not yet us-west-2\.shop\.example alone$/,
      ),
    });
  });

  it('is pending while the name has no answer', async () => {
    expect(await ask()).toMatchObject({ says: 'pending', because: expect.stringContaining('answers nothing') });
  });
});
