/** Permissions that no rehearsal uses, and why they stay. */
export interface Reviewed {
  /** What `lineOf` tells of them. */
  readonly permission: RegExp;
  readonly because: string;
}

/** Such as `understudy-webshop-us-east-1: The function understudy-webshop-undo: dynamodb:GetItem on arn:aws:…`. */
export const lineOf = (one: { readonly holder: string; readonly action: string; readonly resource: string }): string =>
  `${one.holder}: ${one.action} on ${one.resource}`;

/** The first entry that speaks of a permission is its reason. */
export const reviewed: readonly Reviewed[] = [
  {
    permission: /: logs:\w+ on /,
    because: 'Lambda and Step Functions write logs by themselves, which is not simulated',
  },
  {
    permission: /: xray:\w+ on /,
    because: 'Lambda and Step Functions send traces by themselves, which is not simulated',
  },
  {
    // The Region of the stack is not the Region of the table.
    permission: /^[\w-]+?-([a-z]{2}-[a-z]+-\d): .*: dynamodb:\w+ on arn:aws:dynamodb:(?!\1:)/,
    because: 'replicas of the authority are asked in turn, and few rehearsals lose more than the first (S13)',
  },
  {
    permission: /: The function [\w-]+-answer: (dynamodb|states):/,
    because: 'people answer from any Region; in rehearsals they do so from the one that runs no application',
  },
  {
    permission: /: The journey [\w-]+-approve-[\w-]+: lambda:InvokeFunction on /,
    because: 'people answer from any Region; in rehearsals they do so from the one that runs no application',
  },
  {
    permission: /: The function [\w-]+-exercise: (kms|secretsmanager|sns):/,
    because: 'people are told of a function that does not work, and on no ordinary day of a rehearsal does one fail',
  },
  {
    permission: /: The function [\w-]+-observe: states:StartExecution on /,
    because: 'an observer starts the run of another Region only where more than two Regions run the application (F17)',
  },
];
