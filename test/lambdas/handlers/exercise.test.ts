import * as exercise from '../../../lambdas/handlers/exercise';
import { names } from '../../../lambdas/plan/names';
import { writeAssembly } from '../../rehearsal/deploy/write-assembly';
import { place } from '../../rehearsal/aws/place';
import { openStage, WEST, type Stage } from '../stage';

const ROLE = 'arn:aws:iam::111122223333:role/worker';

/** Code that answers the no-op, code that answers something else, and code that does not even load. */
const CODE = {
  'a1/good.js': `exports.create = () => async (event) => ({ exercised: event.exercise && 'good' });`,
  'a1/strange.js': `exports.create = () => async () => 'hello';`,
  'a1/broken.js': `throw new TypeError('a bundle without its half');`,
};

let stage: Stage;
let assemblyDir: string;

beforeEach(() => {
  stage = openStage();
  assemblyDir = writeAssembly({}, CODE);
  place(stage.cloud.iam.resourceTypes, 'AWS::IAM::Role', {
    RoleName: 'worker',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
    },
  });
});
afterEach(() => stage.close());

/** A function with so many published versions. */
const publish = (name: string, code: string, versions: number) => {
  const { resourceTypes } = stage.cloud.lambda;
  const FunctionName = names(stage.plan).handler(name);
  const at = { assemblyDir, region: WEST };
  const settings = {
    Runtime: 'nodejs24.x',
    Handler: `${code}.handler`,
    Code: { S3Bucket: 'b', S3Key: 'a1.zip' },
    Role: ROLE,
  };
  place(resourceTypes, 'AWS::Lambda::Function', { FunctionName, ...settings }, at);
  for (let n = 0; n < versions; n++) place(resourceTypes, 'AWS::Lambda::Version', { FunctionName }, at);
};

const run = (...functions: string[]) => {
  const environment = { ...stage.environment(WEST), FUNCTIONS: JSON.stringify(functions) };
  return stage.run(exercise.create(environment, stage.outside(WEST))({}));
};

const told = () => stage.cloud.sns.published.map(({ subject, message }) => `${subject}\n${message}`);

const invoked = () => stage.world.trace.entries.filter(({ type }) => type === 'invoke');

it('S19 invokes every retained version, in as many pages as they fill, and tells nobody when all of them work', async () => {
  publish('assess', 'good', 60);
  publish('fence', 'good', 2);
  expect(await run('assess', 'fence')).toEqual({ exercised: 62, faults: [] });
  expect(invoked()).toHaveLength(62);
  expect(told()).toEqual([]);
});

it('S19 tells people which functions would fail on the day, and why', async () => {
  publish('assess', 'good', 1);
  publish('fence', 'broken', 1);
  publish('promote', 'strange', 1);
  publish('scale', 'good', 0);
  await run('assess', 'fence', 'promote', 'scale', 'undo');
  expect(told()).toHaveLength(1);
  const [notice = ''] = told();
  expect(notice).toContain('webshop: functions in us-west-2 do not work');
  expect(notice).toContain('understudy-webshop-fence:1: it answered');
  expect(notice).toContain('a bundle without its half');
  expect(notice).toContain('understudy-webshop-promote:1: it answered "hello"');
  expect(notice).toContain('understudy-webshop-scale: no version of it is published');
  expect(notice).toContain('understudy-webshop-undo: ResourceNotFoundException');
  expect(notice).not.toContain('assess');
});

it('S3 calls a version that cannot be reached one that does not work', async () => {
  publish('assess', 'good', 1);
  stage.world.faults.call = ({ operation }) => {
    if (operation === 'Invoke') throw Object.assign(new Error('slow down'), { name: 'AccessDeniedException' });
  };
  expect(await run('assess')).toMatchObject({ faults: [{ what: 'understudy-webshop-assess:1' }] });
  expect(told()).toHaveLength(1);
});

it('fails, so that Lambda tries it again, when nobody could be told', async () => {
  publish('fence', 'broken', 1);
  stage.world.faults.call = ({ service }) => {
    if (service === 'sns' || service === 'secretsmanager') throw new Error(`${service} is down`);
  };
  await expect(run('fence')).rejects.toThrow('nobody could be told: webshop: functions in us-west-2 do not work');
});

it('S32 has something to exercise, or names the variable', async () => {
  await expect(run()).rejects.toThrow('Too small');
});
