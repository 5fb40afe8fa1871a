/** The answer of a conditional write; undefined if its condition did not hold, which is news and no failure. */
export const unlessRefused = async <T>(write: Promise<T>): Promise<T | undefined> => {
  try {
    return await write;
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'ConditionalCheckFailedException') return undefined;
    throw fault;
  }
};
