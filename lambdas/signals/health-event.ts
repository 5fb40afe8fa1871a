import * as z from 'zod';
import { readShape } from './read-shape';

/**
 * EventBridge's `AWS Health Event`, as far as we read it; the rest may grow.
 * https://docs.aws.amazon.com/health/latest/ug/aws-health-events-eventbridge-schema.html
 */
const healthEvent = z.object({
  source: z.literal('aws.health'),
  'detail-type': z.literal('AWS Health Event'),
  time: z.iso.datetime(),
  detail: z.object({
    service: z.string(),
    eventTypeCode: z.string(),
    statusCode: z.string(),
    eventRegion: z.string(),
    eventDescription: z.array(z.object({ latestDescription: z.string() })).default([]),
  }),
});

/** As much of AWS's description as a person reads in a report. */
const DESCRIPTION_LENGTH_MAX = 400;

/** Reads what AWS Health says of a service in a Region, as advice; anything else is an `InvalidSignal` (S32). */
export const parseHealthEvent = (input: unknown) => {
  const { time, detail } = readShape(healthEvent, input, 'allowed: an AWS Health Event from EventBridge');
  const { service, eventTypeCode, statusCode, eventRegion, eventDescription } = detail;
  const described = eventDescription[0]?.latestDescription.slice(0, DESCRIPTION_LENGTH_MAX);
  return {
    region: eventRegion,
    service,
    at: new Date(time).toISOString(),
    open: statusCode !== 'closed',
    because: `AWS Health says ${eventTypeCode} in ${eventRegion}${described === undefined ? '' : `: ${described}`}`,
  };
};
