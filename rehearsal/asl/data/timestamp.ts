const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Milliseconds since 1970 of an RFC 3339 timestamp with capital `T` and `Z`; undefined where the text is none.
 * https://states-language.net/spec.html#timestamps
 */
export const instantOf = (text: unknown): number | undefined => {
  if (typeof text !== 'string' || !TIMESTAMP.test(text)) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
};
