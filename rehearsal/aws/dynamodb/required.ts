import { validation } from './errors';

/** Throws a `ValidationException`, as DynamoDB does before it looks for the table, where a request lacks a member. */
export const assertPresent = <Input extends object>(
  input: Input,
  ...members: readonly (keyof Input & string)[]
): void => {
  const missing = members.find((member) => input[member] === undefined);
  if (missing === undefined) return;
  const path = missing.charAt(0).toLowerCase() + missing.slice(1);
  throw validation(
    `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null`,
  );
};
