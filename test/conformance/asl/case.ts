import type { Json, JsonObject } from '../../../rehearsal/asl/json';

/** One behaviour of the Amazon States Language, judged by how an execution ends. */
export interface Case {
  /** What must be so, as a sentence. */
  readonly it: string;
  /** Where that is written. */
  readonly source: string;
  readonly definition: JsonObject;
  readonly input?: Json;
  /** What is done with the task token that the execution hands out. */
  readonly answer?: Answer;
  /** A part of how the execution ends; an output is compared as a whole. */
  readonly ends: Ends;
  /** Seconds from start to end, or the least and the most of them. */
  readonly seconds?: number | readonly [min: number, max: number];
  /** What every draw of a random number gives; jitter is 0 otherwise. Only our own interpreter obeys. */
  readonly draw?: number;
  /** Where moto's executor cannot be asked, or answers otherwise than the source says. */
  readonly moto?: Exception;
}

export interface Ends {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
}

/** What somebody does with a token, so many seconds after its task began. */
export interface Answer {
  readonly afterSeconds: number;
  readonly output?: Json;
  readonly fails?: { readonly error: string; readonly cause: string };
}

export type Exception =
  | { readonly notAsked: string }
  /** `says` is checked, so that an exception goes when moto changes. */
  | { readonly says: Ends; readonly because: string };

export const SPEC = 'https://states-language.net/spec.html';
export const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg';

/** The function that answers what it is given, in both executors. */
export const ECHO = 'arn:aws:lambda:us-west-2:111122223333:function:echo';
/** A function that does not exist: its task fails with `Lambda.ResourceNotFoundException`. */
export const MISSING = 'arn:aws:lambda:us-west-2:111122223333:function:missing';

/** A machine whose states follow each other as they are written; the last one ends it, unless it says otherwise. */
export const sequence = (states: Readonly<Record<string, JsonObject>>): JsonObject => {
  const names = Object.keys(states);
  const linked = Object.entries(states).map(([name, state], index): [string, JsonObject] => {
    const leads = ['Succeed', 'Fail', 'Choice'].includes(state.Type as string) || 'Next' in state || 'End' in state;
    const next = names[index + 1];
    return [name, leads ? state : { ...state, ...(next === undefined ? { End: true } : { Next: next }) }];
  });
  return { StartAt: names[0] ?? '', States: Object.fromEntries(linked) };
};

/** A machine of one state, named `It`. */
export const only = (state: JsonObject): JsonObject => sequence({ It: state });

/** A state that fails with an error name, wrapped so that it can be tried again and caught. */
export const failing = (error: string, more: JsonObject = {}): JsonObject => ({
  Type: 'Parallel',
  Branches: [{ StartAt: `Fail ${error}`, States: { [`Fail ${error}`]: { Type: 'Fail', Error: error, Cause: 'why' } } }],
  ...more,
});
