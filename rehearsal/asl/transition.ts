import { DefinitionFault } from './faults';
import { text, truth, type Fields } from './fields';

/** Reads Next or End, of which there is exactly one; undefined means the end. */
export const nextOrEnd = (fields: Fields): string | undefined => {
  const next = fields.optional('Next', text);
  const end = fields.optional('End', truth) ?? false;
  if (end === (next === undefined)) return next;
  throw new DefinitionFault(fields.where, 'needs exactly one of Next and End: true');
};

/** Where a Next leads, for the check of the graph. */
export const leadsToNext = (next: string | undefined): readonly { readonly field: string; readonly to: string }[] =>
  next === undefined ? [] : [{ field: 'Next', to: next }];
