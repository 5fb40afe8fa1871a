import type { Case } from './case';
import { branches } from './cases/branches';
import { choices } from './cases/choices';
import { contextObject } from './cases/context-object';
import { dataFlow } from './cases/data-flow';
import { errors } from './cases/errors';
import { limits } from './cases/limits';
import { time } from './cases/time';

/** Every behaviour that the interpreter is held against, by what it is about. */
export const all: Readonly<Record<string, readonly Case[]>> = {
  'data flow': dataFlow,
  'the context object': contextObject,
  choices,
  'Retry and Catch': errors,
  'Parallel and Map': branches,
  'waiting, time-outs, heartbeats and tokens': time,
  limits,
};
