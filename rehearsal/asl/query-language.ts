import { oneOf, type Fields } from './fields';

/** Reads QueryLanguage, which may say what is so anyway; JSONata is not simulated. */
export const jsonPathOnly = (fields: Fields): void => {
  fields.optional('QueryLanguage', oneOf('JSONPath'));
};
