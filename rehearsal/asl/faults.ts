/** A definition that cannot be run as written; the message says where, what is allowed, and the fix. */
export class DefinitionFault extends Error {
  override readonly name = 'DefinitionFault';

  constructor(where: string, what: string) {
    super(`${where}: ${what}`);
  }
}

/** A state failed with an error name that its Retry and Catch may know. `causes` are trace ids of what made it fail. */
export class TaskFault extends Error {
  override readonly name = 'TaskFault';

  constructor(
    readonly error: string,
    cause: string,
    readonly causes: readonly string[] = [],
  ) {
    super(cause);
  }
}

/**
 * `States.Runtime`: the definition met data that it cannot work on. No Retry and no Catch sees it, in the state or around
 * it: it ends the execution. A path that finds nothing and a Choice without a match are such faults, whatever the
 * specification's own names for them.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export class RuntimeFault extends Error {
  override readonly name = 'RuntimeFault';
}

/** A `RuntimeFault` on its way out, with the state that it met in its message. */
export class ExecutionFault extends Error {
  override readonly name = 'ExecutionFault';
  readonly error = 'States.Runtime';

  constructor(
    cause: string,
    readonly causes: readonly string[],
  ) {
    super(cause);
  }
}

/** What waits learns thus that nobody waits for it any more: a sibling failed, or a time ran out. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  override readonly message = 'nobody waits for this any more';
}
