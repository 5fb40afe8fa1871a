import { InvalidArgumentError } from 'commander';

/** Reads an argument that names one of a list. */
export const oneOf =
  <T>(list: readonly T[], nameOf: (one: T) => string) =>
  (name: string): T => {
    const found = list.find((one) => nameOf(one) === name);
    if (found) return found;
    throw new InvalidArgumentError(`allowed are ${list.map(nameOf).join(', ')}.`);
  };

/** Reads an argument that may be repeated, into a list. */
export const listOf =
  <T>(read: (text: string) => T) =>
  (text: string, before: readonly T[]): readonly T[] => [...before, read(text)];

/** Reads an argument that is a whole number between two others. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    if (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    throw new InvalidArgumentError(`allowed are whole numbers from ${least} to ${most}.`);
  };

/** Reads an argument that is a regular expression. */
export const pattern = (text: string): RegExp => {
  try {
    return new RegExp(text);
  } catch (fault) {
    throw new InvalidArgumentError(`allowed are regular expressions: ${(fault as Error).message}.`);
  }
};
