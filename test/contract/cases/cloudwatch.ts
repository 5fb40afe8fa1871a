import { CloudWatchClient, GetMetricDataCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import type { ContractCase, Difference, Moment, ServiceContract } from '../contract-case';
import { step } from '../step';

const MINUTE_MS = 60_000;
const METRIC = {
  Namespace: 'Understudy',
  MetricName: 'TrafficOn',
  Dimensions: [
    { Name: 'Application', Value: 'webshop' },
    { Name: 'Region', Value: 'us-east-1' },
  ],
};

const prepare: ContractCase['prepare'] = { simulated: () => undefined, moto: () => Promise.resolve() };

const minutesAgo = ({ now }: Moment, minutes: number): Date =>
  new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS - minutes * MINUTE_MS);

/** A value with its time, as publishers of lags and switches send it. */
const put = (value: number, minutes: number) =>
  step(CloudWatchClient, PutMetricDataCommand, (moment) => ({
    Namespace: METRIC.Namespace,
    MetricData: [
      {
        MetricName: METRIC.MetricName,
        Dimensions: METRIC.Dimensions,
        Timestamp: minutesAgo(moment, minutes),
        Value: value,
        Unit: 'None' as const,
      },
    ],
  }));

const REFERENCE = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference';

const unlabelled: Difference = {
  moto: { members: ['MetricDataResults[].Label', 'Messages'] },
  because: 'labels a metric with its name and statistic, and answers no Messages',
  source: `${REFERENCE}/API_MetricDataResult.html`,
};

const labelled: Difference = {
  moto: { members: ['Messages'] },
  because: 'answers no Messages',
  source: `${REFERENCE}/API_GetMetricData.html#API_GetMetricData_ResponseElements`,
};

const combination: Difference = {
  moto: { error: 'InvalidParameterValueException' },
  because: 'says so of Value beside Values, where AWS has an error for parameters that cannot be used together',
  source: `${REFERENCE}/API_PutMetricData.html#API_PutMetricData_Errors`,
};

const reserved: Difference = {
  moto: 'success',
  because: 'takes metrics in the namespaces of AWS',
  source: `${REFERENCE}/API_PutMetricData.html`,
};

const validationError: Difference = {
  moto: { error: 'ValidationException' },
  because: 'has the name of the JSON services for it',
  source: `${REFERENCE}/CommonErrors.html`,
};

const read = (Stat: string, options: { readonly ascending?: boolean; readonly Label?: string } = {}) =>
  step(
    CloudWatchClient,
    GetMetricDataCommand,
    (moment) => ({
      StartTime: minutesAgo(moment, 10),
      EndTime: minutesAgo(moment, 0),
      ScanBy: options.ascending ? ('TimestampAscending' as const) : ('TimestampDescending' as const),
      MetricDataQueries: [{ Id: 'lag', Label: options.Label, MetricStat: { Metric: METRIC, Period: 60, Stat } }],
    }),
    { differs: options.Label === undefined ? unlabelled : labelled },
  );

/** CloudWatch's metrics. */
export const cloudwatch: ServiceContract = {
  client: 'CloudWatchClient',
  model: 'cloudwatch',
  documentation: (operation) => `${REFERENCE}/API_${operation}.html`,
  cases: [
    {
      name: 'values are read back by the minute, newest first or oldest first',
      prepare,
      steps: [put(1, 5), put(3, 5), put(2, 3), read('Maximum'), read('Maximum', { ascending: true })],
    },
    {
      name: 'each statistic aggregates a minute',
      prepare,
      steps: [put(1, 5), put(3, 5), ...['Average', 'Minimum', 'Sum', 'SampleCount'].map((Stat) => read(Stat))],
    },
    { name: 'a metric that nobody published has no values', prepare, steps: [read('Maximum')] },
    { name: 'a label that is asked for is answered', prepare, steps: [put(1, 5), read('Maximum', { Label: 'lag' })] },
    {
      name: 'values that make no sense are refused',
      prepare,
      steps: [
        step(
          CloudWatchClient,
          PutMetricDataCommand,
          { Namespace: 'Understudy', MetricData: [{ MetricName: 'm', Value: 1, Values: [1] }] },
          { differs: combination },
        ),
        step(
          CloudWatchClient,
          PutMetricDataCommand,
          { Namespace: 'AWS/RDS', MetricData: [{ MetricName: 'm', Value: 1 }] },
          { differs: reserved },
        ),
        step(
          CloudWatchClient,
          GetMetricDataCommand,
          (moment) => ({
            StartTime: minutesAgo(moment, 0),
            EndTime: minutesAgo(moment, 5),
            MetricDataQueries: [{ Id: 'lag', MetricStat: { Metric: METRIC, Period: 60, Stat: 'Maximum' } }],
          }),
          { differs: validationError },
        ),
      ],
    },
  ],
};
