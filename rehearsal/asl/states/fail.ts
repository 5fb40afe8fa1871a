import { RuntimeFault, TaskFault } from '../faults';
import { atMostOne, exactlyOne, text, type Fields, type Read } from '../fields';
import { look, path, type Data } from '../data/path';
import type { State } from '../state';

type Text = (data: Data) => string;

/**
 * Reads a Fail. AWS lets it go without an error name; here it needs Error or ErrorPath, so that a failed run says why.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html
 */
export const fail = (fields: Fields): State => {
  const error = exactlyOne(fields, { Error: literal, ErrorPath: pointed('ErrorPath') });
  const cause = atMostOne(fields, { Cause: literal, CausePath: pointed('CausePath') });
  return {
    leadsTo: [],
    attempt: async (input, { context, causes }) => {
      const data = { input, context };
      throw new TaskFault(error(data), cause?.(data) ?? '', causes);
    },
  };
};

const literal: Read<Text> = (value, where) => {
  const literally = text(value, where);
  return () => literally;
};

const pointed =
  (field: string): Read<Text> =>
  (value, where) => {
    const from = path(value, where);
    return (data) => {
      const found = look(from, data, field);
      if (typeof found === 'string') return found;
      throw new RuntimeFault(`The ${field} '${from.text}' leads to ${JSON.stringify(found)}, not to a string`);
    };
  };
