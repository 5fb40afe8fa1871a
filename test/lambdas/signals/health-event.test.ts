import { parseHealthEvent } from '../../../lambdas/signals/health-event';
import { healthEvent } from '../../../rehearsal/aws/health-event';

const issue = healthEvent({
  service: 'DYNAMODB',
  region: 'us-east-1',
  at: 'us-west-2',
  account: '111122223333',
  atMs: Date.UTC(2026, 0, 6, 9),
  id: '00000000-0000-4000-8000-000000000001',
});

it('reads what AWS Health says, of the Region that it speaks of and not of the one where it arrives', () => {
  expect(parseHealthEvent(issue)).toEqual({
    region: 'us-east-1',
    service: 'DYNAMODB',
    at: '2026-01-06T09:00:00.000Z',
    open: true,
    because: 'AWS Health says AWS_DYNAMODB_OPERATIONAL_ISSUE in us-east-1: We are investigating errors of DYNAMODB.',
  });
});

it('knows that an issue is over', () => {
  const over = { ...issue, detail: { ...(issue.detail as object), statusCode: 'closed' } };
  expect(parseHealthEvent(over)).toMatchObject({ open: false });
});

it('does without a description, and keeps only the beginning of a long one', () => {
  const described = (eventDescription?: object[]) =>
    parseHealthEvent({ ...issue, detail: { ...(issue.detail as object), eventDescription } }).because;
  expect(described()).toBe('AWS Health says AWS_DYNAMODB_OPERATIONAL_ISSUE in us-east-1');
  expect(described([{ latestDescription: 'x'.repeat(5_000) }]).length).toBeLessThan(500);
});

it.each([
  ['nothing', undefined],
  ['another source', { ...issue, source: 'aws.ec2' }],
  ['an event without a Region', { ...issue, detail: { service: 'EC2', eventTypeCode: 'X', statusCode: 'open' } }],
])('S32 refuses %s', (_, event) => {
  expect(() => parseHealthEvent(event)).toThrow(expect.objectContaining({ name: 'InvalidSignal' }));
});
