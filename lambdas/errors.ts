/** The base of every error that we throw on purpose; `name` is API: state machines and tests match on it. */
export abstract class UnderstudyError extends Error {
  abstract override readonly name: string;
}
