import { endNotice } from '../../../lambdas/notify/notices';

const end = {
  journey: 'failover',
  run: 'run-1',
  region: 'us-west-2',
  outcome: 'held',
  because: 'it lagged 12.5 s',
} as const;
const notice = (more: object) => endNotice({ application: 'webshop' }, { ...end, ...more });

it('says that nobody has decided what only a person may', () => {
  expect(notice({ asks: true })).toMatchObject({
    title: 'webshop: held, and nobody has decided',
    text: expect.stringContaining('Only a person may decide'),
  });
  expect(notice({})?.title).toBe('webshop: held');
});

it('is the same news whatever the numbers and the run, and other news for another reason', () => {
  expect(notice({ run: 'run-2', because: 'it lagged 99 s' })?.about).toBe(notice({})?.about);
  expect(notice({ because: 'it is not ready' })?.about).not.toBe(notice({})?.about);
});

it.each(['completed', 'held'])('has no news of a backup that %s, because that is an ordinary day', (outcome) => {
  expect(notice({ journey: 'backup', outcome })).toBeUndefined();
});

it('tells of a backup that failed, and of every lag that woke the watch', () => {
  expect(notice({ journey: 'backup', outcome: 'aborted' })?.title).toBe('webshop: backup aborted');
  expect(notice({ journey: 'replication-watch', outcome: 'completed' })?.title).toBe(
    'webshop: replication-watch completed',
  );
});
