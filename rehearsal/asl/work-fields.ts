import { catching } from './errors/catch';
import { dataFlow, type DataFlow } from './data/data-flow';
import type { Fields } from './fields';
import { retry } from './errors/retry';
import type { State } from './state';
import { leadsToNext, nextOrEnd } from './transition';

/** What Task, Parallel and Map have in common: how data flows, where they lead, and what they do about errors. */
export interface WorkFields {
  readonly flow: DataFlow;
  readonly next: string | undefined;
  readonly routes: Pick<State, 'leadsTo' | 'retry' | 'catch'>;
}

/** Reads the fields of a state that works; a Map has no Parameters, as its ItemSelector makes each iteration's input. */
export const workFields = (fields: Fields, own: readonly 'Parameters'[]): WorkFields => {
  const next = nextOrEnd(fields);
  const catchers = fields.optional('Catch', catching) ?? [];
  const caught = catchers.map((catcher, index) => ({ field: `Catch[${index}].Next`, to: catcher.next }));
  return {
    flow: dataFlow(fields, [...own, 'ResultSelector', 'ResultPath']),
    next,
    routes: {
      leadsTo: [...leadsToNext(next), ...caught],
      retry: fields.optional('Retry', retry) ?? [],
      catch: catchers,
    },
  };
};
