import { evaluate, type AlarmState, type Verdict } from '../../../../rehearsal/aws/cloudwatch/evaluate';

const verdicts: Readonly<Record<string, Verdict>> = { '0': 'within', X: 'breaching', '-': 'missing' };
const range = (drawn: string): readonly Verdict[] => drawn.split(' ').map((one) => verdicts[one]!);

type Row = [data: string, missing: Outcome, ignore: Outcome, breaching: Outcome, notBreaching: Outcome];
type Outcome = AlarmState | 'unchanged';

const treatments = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;

/** Both tables of https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html */
const threeOutOfThree: Row[] = [
  ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
  ['0 - - - -', 'OK', 'OK', 'OK', 'OK'],
  ['- - - - -', 'INSUFFICIENT_DATA', 'unchanged', 'ALARM', 'OK'],
  ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['- - X - -', 'ALARM', 'unchanged', 'ALARM', 'OK'],
];

const twoOutOfThree: Row[] = [
  ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - X -', 'ALARM', 'unchanged', 'ALARM', 'OK'],
];

const cases = [
  ...threeOutOfThree.map((row) => ({ m: 3, row })),
  ...twoOutOfThree.map((row) => ({ m: 2, row })),
].flatMap(({ m, row: [data, ...outcomes] }) =>
  treatments.map((treatMissingData, index) => ({ m, data, treatMissingData, outcome: outcomes[index] })),
);

describe('an alarm with missing data', () => {
  it.each(cases)(
    'S3 $m of 3 with $data is $outcome when missing data is $treatMissingData, as AWS tabulates',
    ({ m, data, treatMissingData, outcome }) => {
      expect(evaluate(range(data), { evaluationPeriods: 3, datapointsToAlarm: m, treatMissingData })).toBe(outcome);
    },
  );

  it.each(['- - - - X', '- - - X -'])(
    'S3 does not alarm prematurely on %s, because the next data may be good',
    (data) => {
      const alarm = { evaluationPeriods: 3, datapointsToAlarm: 3, treatMissingData: 'missing' } as const;
      expect(evaluate(range(data), alarm)).toBe('INSUFFICIENT_DATA');
    },
  );

  it('lets enough breaching data alarm although a period is missing and ignored', () => {
    const alarm = { evaluationPeriods: 3, datapointsToAlarm: 2, treatMissingData: 'ignore' } as const;
    expect(evaluate(range('- - - X X'), alarm)).toBe('ALARM');
  });

  it('looks at the newest data only: an older breach is forgotten once enough good data followed', () => {
    const alarm = { evaluationPeriods: 3, datapointsToAlarm: 1, treatMissingData: 'missing' } as const;
    expect(evaluate(range('X X 0 0 0'), alarm)).toBe('OK');
  });
});
