/** A definition in the Amazon States Language, as far as it is shown. https://states-language.net/spec.html */
export interface Definition extends Machine {
  readonly TimeoutSeconds?: number;
}

/** States and where they start: a definition, a branch of a Parallel, or what a Map does with each item. */
export interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Catch?: readonly { readonly Next: string }[];
  readonly Choices?: readonly Choice[];
  readonly ItemsPath?: string;
  readonly ItemProcessor?: Machine;
  readonly Branches?: readonly Machine[];
}

/** A comparison with the state that it leads to. */
export interface Choice extends Rule {
  readonly Next: string;
}

/** A comparison such as `{ Variable: '$.says', StringEquals: 'wait' }`, or some of them under `And`, `Or` or `Not`. */
export interface Rule {
  readonly And?: readonly Rule[];
  readonly Or?: readonly Rule[];
  readonly Not?: Rule;
  readonly Variable?: string;
  readonly [operator: string]: unknown;
}
