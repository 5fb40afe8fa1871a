import { only } from '../perform';
import { PASS, refuses, SPEC } from '../refuse';

const It = 'failover.States["It"]';
const passing = (path: unknown) => only({ ...PASS, Parameters: { 'a.$': path } });

const notPlain = ['a', '$a', '$.', '$..a', '$.a[*]', '$.a[-1]', '$.a[0:2]', "$['a']", '$.a[?(@.b)]', '$.a-b', 3];
const notThere = ['$$', '$$.Execution', '$$.Execution.RoleArn', '$$.Task.Token.a', '$$.State.Name.a', '$$.Map.Item'];
const functions = ["States.Format('{}', $.a)", 'States.UUID()'];

refuses(
  `${SPEC}#path`,
  [...notPlain, ...functions].map((path) => [
    JSON.stringify(path),
    passing(path),
    `${It}.Parameters.a.$: ${JSON.stringify(path)} is not a plain path such as $, $.a.b or $.a[0]; let a function compute`,
  ]),
);

refuses(
  'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html',
  notThere.map((path) => [path, passing(path), `${It}.Parameters.a.$: ${path} is not in the simulated context object`]),
);

refuses(`${SPEC}#reference-paths`, [
  [
    'writing to the context',
    only({ ...PASS, ResultPath: '$$.Execution.Input' }),
    `${It}.ResultPath: "$$.Execution.Input" cannot be`,
  ],
  [
    'writing into a list',
    only({ ...PASS, ResultPath: '$.a[0]' }),
    'cannot be written to; allowed are null, $ and $.field',
  ],
]);

refuses(`${SPEC}#payload-template`, [
  ['a field given twice', only({ ...PASS, Parameters: { a: 1, 'a.$': '$.b' } }), 'has both a and a.$; keep one'],
  ['a template that is no object', only({ ...PASS, Parameters: 'all' }), `${It}.Parameters: "all" is not an object`],
]);
