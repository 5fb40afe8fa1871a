import type { GetMetricDataCommandOutput, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import type { Fault } from './fault';
import type { Mend } from './spoil';
import { between } from './places';
import { spoil } from './spoil';

/** A page ends after so many entries. */
const ENTRIES = [1, 4] as const;

/** This share of metrics is told in part. */
const SHARE = [0.2, 0.9] as const;

/** What is told is true and not all: lists end their pages early, and metrics lack values. */
export const answerInParts: Fault = {
  name: 'answer-in-parts',
  id: 'F28',
  summary: 'lists come in short pages, and metrics with a part of their values',
  passes: true,
  strike: ({ cloud: { world } }, draw) => {
    const entries = Math.floor(between(ENTRIES, draw()));
    const share = between(SHARE, draw());
    const mends: readonly Mend[] = [
      spoil(world.faults, 'pageEntriesMax', (before) => (asked) => Math.min(entries, before?.(asked) ?? entries)),
      spoil(world.faults, 'told', (before) => (answered) => {
        const output = before?.(answered) ?? answered.output;
        if (answered.operation !== 'GetMetricData' || draw() >= share) return output;
        return inPart(output as GetMetricDataCommandOutput, draw());
      }),
    ];
    return () => mends.forEach((mend) => mend());
  },
};

/**
 * CloudWatch says of each result whether it is whole: `PartialData` lacks points, `InternalError` may lack all.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataResult.html
 */
const inPart = ({ MetricDataResults = [], ...others }: GetMetricDataCommandOutput, drawn: number): object => ({
  ...others,
  MetricDataResults: MetricDataResults.map(({ Timestamps = [], Values = [], ...result }): MetricDataResult => {
    const kept = Math.floor(drawn * (Values.length + 1));
    return {
      ...result,
      // The newest are first, and the first to be lacking; the largest of what is left may be anything.
      Timestamps: Timestamps.slice(Timestamps.length - kept),
      Values: Values.slice(Values.length - kept),
      StatusCode: kept === 0 ? 'InternalError' : 'PartialData',
    };
  }),
});
