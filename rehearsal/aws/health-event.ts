import type { Event } from './services/signals';

/** An issue that AWS knows of. */
interface Issue {
  readonly service: string;
  /** Where it is. */
  readonly region: string;
  /** Where its event arrives: there, or in the backup Region. */
  readonly at: string;
  readonly account: string;
  readonly atMs: number;
  /** The event's own id, a UUID. */
  readonly id: string;
}

/**
 * What AWS Health tells of a public issue.
 * https://docs.aws.amazon.com/health/latest/ug/aws-health-events-eventbridge-schema.html
 */
export const healthEvent = ({ service, region, at, account, atMs, id }: Issue): Event => {
  const eventTypeCode = `AWS_${service}_OPERATIONAL_ISSUE`;
  const eventArn = `arn:aws:health:${region}::event/${service}/${eventTypeCode}/${eventTypeCode}_${id.slice(0, 8)}`;
  return {
    version: '0',
    id,
    'detail-type': 'AWS Health Event',
    source: 'aws.health',
    account,
    time: `${new Date(atMs).toISOString().slice(0, 19)}Z`,
    region: at,
    resources: [],
    detail: {
      eventArn,
      service,
      eventTypeCode,
      eventTypeCategory: 'issue',
      eventScopeCode: 'PUBLIC',
      communicationId: id,
      startTime: new Date(atMs).toUTCString(),
      lastUpdatedTime: new Date(atMs).toUTCString(),
      statusCode: 'open',
      eventRegion: region,
      eventDescription: [{ language: 'en_US', latestDescription: `We are investigating errors of ${service}.` }],
      affectedAccount: account,
      page: '1',
      totalPages: '1',
      backupEvent: String(at !== region),
    },
  };
};
