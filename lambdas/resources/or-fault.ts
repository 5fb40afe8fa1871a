/** A call into the old Region may fail in any way; what it says is told, and decides nothing else. */
export const orFault = async <T>(doing: Promise<T>): Promise<T | Error> => {
  try {
    return await doing;
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
};

/** A fault as a part of a sentence. */
export const sayFault = ({ name, message }: Error): string => (message ? `${name}: ${message}` : name);
