import { checkValue } from './check-value';
import { leaveOut } from './leave-out';
import type { ServiceModel } from './service-model';

const model: ServiceModel = {
  metadata: { apiVersion: '2026-01-01' },
  operations: { PutOrder: { input: { shape: 'Order' } } },
  shapes: {
    Order: {
      type: 'structure',
      required: ['Id'],
      members: {
        Id: { shape: 'Text' },
        Lines: { shape: 'Lines' },
        At: { shape: 'Time' },
        State: { shape: 'State' },
        Payment: { shape: 'Payment' },
      },
    },
    Lines: { type: 'list', member: { shape: 'Line' } },
    Line: { type: 'structure', required: ['Count'], members: { Count: { shape: 'Whole' } } },
    Payment: { type: 'structure', union: true, members: { Card: { shape: 'Text' }, Cash: { shape: 'Whole' } } },
    Text: { type: 'string' },
    State: { type: 'string', enum: ['open', 'paid'] },
    Whole: { type: 'integer' },
    Time: { type: 'timestamp' },
  },
};

const check = (value: unknown) => checkValue(model, 'Order', value, 'Order');

it('a value that fits its shape breaks nothing', () => {
  expect(check({ Id: 'a', Lines: [{ Count: 1 }], At: new Date(0), State: 'paid', Payment: { Cash: 3 } })).toEqual([]);
});

it('what AWS requires, does not know or types otherwise is told by its path', () => {
  expect(check({ Lines: [{ Count: 1.5 }, {}], At: 'now', State: 'lost', Extra: 1, Payment: {} })).toEqual([
    'Order.Id is required and missing',
    "Order.Lines[0].Count is 1.5; AWS's model says a integer",
    'Order.Lines[1].Count is required and missing',
    'Order.At is "now"; AWS\'s model says a timestamp',
    'Order.State is "lost"; AWS\'s model says open or paid',
    'Order.Extra is unknown to AWS; allowed are Id, Lines, At, State, Payment',
    'Order.Payment sets 0 members of a union; exactly one is allowed',
  ]);
});

it('each required member is left out once, at any depth, and everything else stays', () => {
  expect(leaveOut(model, 'PutOrder', { Id: 'a', Lines: [{ Count: 1 }], State: 'open' })).toEqual([
    { lacks: 'Id', input: { Lines: [{ Count: 1 }], State: 'open' } },
    { lacks: 'Lines[0].Count', input: { Id: 'a', Lines: [{}], State: 'open' } },
  ]);
});
