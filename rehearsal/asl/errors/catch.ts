import { errorNames, handlers } from './error-names';
import { object, text, type Read } from '../fields';
import { resultPath, type ResultPath } from '../data/result-path';

/** Where an error leads that was not, or no longer, tried again. */
export interface Catcher {
  readonly errorEquals: readonly string[];
  readonly next: string;
  /** Where `{ Error, Cause }` goes in the state's input. */
  readonly resultPath: ResultPath;
}

/** Reads a Catch. https://states-language.net/spec.html#fallback-states */
export const catching: Read<readonly Catcher[]> = handlers(
  object((fields) => {
    fields.optional('Comment', text);
    const target = fields.optional('ResultPath', resultPath);
    return {
      errorEquals: fields.required('ErrorEquals', errorNames),
      next: fields.required('Next', text),
      resultPath: target === undefined ? [] : target,
    };
  }),
);
