import { watchDeletions } from '../../../rehearsal/invariants/deletions';
import { names } from '../../../lambdas/plan/names';
import { quickStart } from '../../quick-start';

const { table } = names(quickStart());
const KEY = { pk: 'authority', sk: '-' };
const REPLACED = { pk: 'ledger#r', sk: 'before#fence#acl', before: { acl: 'open' } };

const watch = () => {
  const heard: { write?: (table: string, before: unknown, after: unknown, id: string) => void } = {};
  const gone: { seen?: (region: string, id: string) => void } = {};
  const { erasures, deletions } = watchDeletions(
    {
      world: {
        clock: {
          now: () => 5,
          sleep: async () => undefined,
          after: () => () => undefined,
          every: () => () => undefined,
        },
      },
      rds: {
        onDeleteSnapshot: (seen) => void (gone.seen = seen),
        snapshots: (region) => (region === 'us-west-2' ? ['p2'] : []),
      },
      dynamodb: { onWrite: (seen) => void (heard.write = seen) },
    },
    quickStart(),
  );
  const write = (before: unknown, after: unknown, to = table) => heard.write!(to, before, after, 't1');
  return { erasures, deletions, write, remove: gone.seen! };
};

describe('what is watched for I18', () => {
  it('I18 sees that the active record is gone, whether its item is or only what it says', () => {
    const { erasures, write } = watch();
    const record = { ...KEY, epoch: 1, active: 'us-east-1' };
    write(undefined, record);
    write(record, { ...record, epoch: 2 });
    expect(erasures).toEqual([]);
    write(record, { ...KEY, epoch: 2 });
    write(record, undefined);
    expect(erasures.map(({ what }) => what)).toEqual(Array(2).fill('the record of who is active'));
  });

  it('I18 sees that what an undo would need is written over', () => {
    const { erasures, write } = watch();
    write(undefined, REPLACED);
    write(REPLACED, { ...REPLACED, at: 'later' });
    expect(erasures).toEqual([]);
    write(REPLACED, { ...REPLACED, before: { acl: 'denied' } });
    expect(erasures).toEqual([{ atMs: 5, what: 'before#fence#acl of ledger#r, which an undo would need,' }]);
  });

  it('leaves the tables of others alone', () => {
    const { erasures, write } = watch();
    write(REPLACED, undefined, 'orders');
    expect(erasures).toEqual([]);
  });

  it('I18 tells what is left when a recovery point is deleted', () => {
    const { deletions, remove } = watch();
    remove('us-west-2', 'p1');
    expect(deletions).toEqual([{ atMs: 5, region: 'us-west-2', id: 'p1', left: [{ region: 'us-west-2', id: 'p2' }] }]);
  });
});
