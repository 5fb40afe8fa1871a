import { SFNClient } from '@aws-sdk/client-sfn';
import { all } from '../test/conformance/asl/all';
import type { Case } from '../test/conformance/asl/case';
import { createEcho } from '../test/conformance/moto/echo-function';
import { judge } from '../test/conformance/moto/judge';
import { playOnMoto } from '../test/conformance/moto/play';
import { startMoto, type MotoServer } from '../test/conformance/moto/server';

/** The cases are spread over these Regions of moto, in each of which one runs at a time. */
const REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
];

interface Verdict {
  readonly one: Case;
  readonly wrong: string | undefined;
}

/** `npm run test:conformance`: plays the cases that jest plays on our interpreter on moto's; 1 where one is wrong. */
const main = async (): Promise<number> => {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const moto = await startMoto('111122223333');
  try {
    return report(await playAll(moto));
  } finally {
    moto.stop();
  }
};

const playAll = async ({ endpoint }: MotoServer): Promise<readonly Verdict[]> => {
  await createEcho(endpoint, 'us-west-2');
  const credentials = { accessKeyId: 'example', secretAccessKey: 'example' };
  const cases = Object.values(all).flat();
  const verdicts: Verdict[] = [];
  const waiting = cases.filter(({ moto }) => !moto || 'says' in moto).values();
  const takeTurns = async (region: string) => {
    const sfn = new SFNClient({ region, endpoint, credentials });
    for (const one of waiting) {
      const wrong = await playOnMoto(sfn, one).then(
        (played) => judge(one, played),
        (error: Error) => `${error.name}: ${error.message}`,
      );
      verdicts.push({ one, wrong });
    }
  };
  await Promise.all(REGIONS.map(takeTurns));
  return verdicts;
};

const report = (verdicts: readonly Verdict[]): number => {
  const wrong = verdicts.filter((verdict) => verdict.wrong !== undefined);
  for (const { one, wrong: what } of wrong) console.error(`✗ ${one.it} (${one.source})\n  moto ${what}`);
  const cases = Object.values(all).flat();
  for (const { it, moto } of cases.filter((one) => one.moto)) {
    if (moto)
      console.log(`– ${it}\n  moto ${'says' in moto ? `differs: ${moto.because}` : `is not asked: ${moto.notAsked}`}`);
  }
  const agree = verdicts.filter((verdict) => verdict.wrong === undefined && !verdict.one.moto).length;
  console.log(`${agree} of ${cases.length} cases end on moto's executor as they do on ours; ${wrong.length} are wrong`);
  return wrong.length === 0 ? 0 : 1;
};

main().then(
  (code) => (process.exitCode = code),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
