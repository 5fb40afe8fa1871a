import { dataFlow } from '../data/data-flow';
import { DefinitionFault, RuntimeFault } from '../faults';
import { exactlyOne, wholeNumber, type Fields, type Read } from '../fields';
import { look, path, type Data } from '../data/path';
import type { State } from '../state';
import { instantOf } from '../data/timestamp';
import { leadsToNext, nextOrEnd } from '../transition';
import { pause } from '../waiting';

/** Milliseconds to wait from `now`; negative where the time has passed. */
type Span = (data: Data, now: number) => number;

/** Reads a Wait. https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html */
export const wait = (fields: Fields): State => {
  const span = exactlyOne(fields, spans);
  const flow = dataFlow(fields);
  const next = nextOrEnd(fields);
  return {
    leadsTo: leadsToNext(next),
    attempt: async (raw, { context, causes, cancelled, running }) => {
      const input = flow.enter(raw, context);
      const { clock } = running.surroundings;
      await pause(span({ input, context }, clock.now()), clock, cancelled);
      return { output: flow.leave(input, input, context), next, causes };
    },
  };
};

const spans: Readonly<Record<string, Read<Span>>> = {
  Seconds: (value, where) => {
    const seconds = wholeNumber(0)(value, where);
    return () => seconds * 1000;
  },
  SecondsPath: (value, where) => {
    const from = path(value, where);
    return (data) => {
      const seconds = look(from, data, 'SecondsPath');
      if (typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= 0) return seconds * 1000;
      throw new RuntimeFault(
        `The SecondsPath '${from.text}' leads to ${JSON.stringify(seconds)}, not to whole seconds`,
      );
    };
  },
  Timestamp: (value, where) => {
    const instant = instantOf(value);
    if (instant === undefined)
      throw new DefinitionFault(where, `${JSON.stringify(value)} is not an RFC 3339 timestamp`);
    return (_, now) => instant - now;
  },
  TimestampPath: (value, where) => {
    const from = path(value, where);
    return (data, now) => {
      const instant = instantOf(look(from, data, 'TimestampPath'));
      if (instant !== undefined) return instant - now;
      throw new RuntimeFault(`The TimestampPath '${from.text}' does not lead to an RFC 3339 timestamp`);
    };
  },
};
