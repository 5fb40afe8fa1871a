import type { Json } from '../../../../rehearsal/asl/json';
import { compilePattern } from '../../../../rehearsal/aws/eventbridge/pattern';

const event: Json = {
  source: 'aws.cloudwatch',
  resources: ['arn:aws:cloudwatch:us-west-2:111122223333:alarm:a', 'arn:second'],
  detail: {
    state: { value: 'ALARM' },
    count: 5,
    nothing: null,
    empty: '',
    yes: true,
    tags: ['x', 'y'],
    metrics: [{ id: 'm1' }, { id: 'm2', hidden: true }],
  },
};

const detail = (pattern: Json): Json => ({ detail: pattern });

describe('an event pattern', () => {
  const table: [what: string, pattern: Json, matches: boolean][] = [
    ['an exact value', { source: ['aws.cloudwatch'] }, true],
    ['any of several values', { source: ['aws.ec2', 'aws.cloudwatch'] }, true],
    ['no other value', { source: ['aws.ec2'] }, false],
    ['case by case', { source: ['AWS.CloudWatch'] }, false],
    ['all fields together', { source: ['aws.cloudwatch'], detail: { state: { value: ['OK'] } } }, false],
    ['nested fields', detail({ state: { value: ['ALARM'] } }), true],
    ['no field that the event lacks', detail({ other: ['ALARM'] }), false],
    ['no nesting that the event lacks', detail({ count: { deeper: [5] } }), false],
    ['one element of an array', { resources: ['arn:second'] }, true],
    ['no array without the value', { resources: ['arn:third'] }, false],
    ['one object of an array', detail({ metrics: { id: ['m2'] } }), true],
    ['one object of an array as a whole', detail({ metrics: { id: ['m1'], hidden: [true] } }), false],
    ['numbers as numbers', detail({ count: [5] }), true],
    ['no number as text', detail({ count: ['5'] }), false],
    ['null', detail({ nothing: [null] }), true],
    ['an empty string', detail({ empty: [''] }), true],
    ['a boolean', detail({ yes: [true] }), true],
    ['a prefix', { source: [{ prefix: 'aws.' }] }, true],
    ['no other prefix', { source: [{ prefix: 'cloud' }] }, false],
    ['a field that exists', detail({ count: [{ exists: true }] }), true],
    ['a field that does not exist', detail({ other: [{ exists: false }] }), true],
    ['no field that exists where none should', detail({ count: [{ exists: false }] }), false],
    ['an object as a field that does not exist, for it is no leaf', detail({ state: [{ exists: false }] }), true],
    ['anything but a value', detail({ count: [{ 'anything-but': 6 }] }), true],
    ['nothing that is excluded', detail({ count: [{ 'anything-but': 5 }] }), false],
    ['nothing on a list of excluded values', { source: [{ 'anything-but': ['aws.ec2', 'aws.cloudwatch'] }] }, false],
    ['anything but a prefix', { source: [{ 'anything-but': { prefix: 'aws.e' } }] }, true],
    ['nothing with an excluded prefix', { source: [{ 'anything-but': { prefix: 'aws.' } }] }, false],
    ['no missing field by anything-but', detail({ other: [{ 'anything-but': 5 }] }), false],
    ['a number in a range', detail({ count: [{ numeric: ['>', 0, '<=', 5] }] }), true],
    ['no number outside a range', detail({ count: [{ numeric: ['>', 0, '<', 5] }] }), false],
    ['an equal number', detail({ count: [{ numeric: ['=', 5] }] }), true],
    ['no text by numeric', { source: [{ numeric: ['>=', 0] }] }, false],
    ['a value beside an operator', { source: ['other', { prefix: 'aws.' }] }, true],
  ];

  it.each(table)('matches %s', (_, pattern, matches) => {
    expect(compilePattern(pattern)(event)).toBe(matches);
  });

  it.each<[string, Json, string, RegExp]>([
    [
      'a bare value',
      { source: 'aws.ec2' },
      'InvalidEventPatternException',
      /EventPattern.source: "aws.ec2" must be an array/,
    ],
    ['an empty array', { source: [] }, 'InvalidEventPatternException', /EventPattern.source/],
    ['an empty pattern', {}, 'InvalidEventPatternException', /leave it out/],
    ['$or', { $or: [{ source: ['a'] }] }, 'NotSimulated', /EventPattern.\$or/],
    ['wildcard', { source: [{ wildcard: 'a*' }] }, 'NotSimulated', /EventPattern.source: {"wildcard":"a\*"}/],
    ['half a numeric range', { source: [{ numeric: ['>', 0, '<'] }] }, 'NotSimulated', /numeric/],
  ])('refuses %s by name', (_, pattern, name, message) => {
    expect(() => compilePattern(pattern)).toThrow(
      expect.objectContaining({ name, message: expect.stringMatching(message) }),
    );
  });
});
