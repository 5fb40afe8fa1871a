/** Something that AWS knows and the simulation does not. It is named, because ignoring it would rehearse a fiction. */
export class NotSimulated extends Error {
  override readonly name = 'NotSimulated';
}

/** Throws `NotSimulated` where a request sets a field on which its simulation does not act. */
export const onlyFields = <Input extends object>(
  command: string,
  input: Input,
  fields: readonly (keyof Input & string)[],
): void => {
  for (const [field, value] of Object.entries(input)) {
    if (value === undefined || fields.includes(field as keyof Input & string)) continue;
    throw new NotSimulated(`${command}.${field} is not simulated; allowed are ${fields.join(', ')}`);
  }
};
