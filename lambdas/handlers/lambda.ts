import middy from '@middy/core';
import type * as z from 'zod';
import { openReplicas, type Replicas } from '../authority/replicas';
import { UnderstudyError } from '../errors';
import { exercise } from '../exercise/no-op';
import { reality, type Outside } from '../outside';
import { parsePlanJson, PLAN_FILE } from '../plan/parse-plan-json';
import type { Plan, Region } from '../plan/plan';

/** The function was called with something it does not know; nothing was done (S32). */
export class InvalidInput extends UnderstudyError {
  override readonly name = 'InvalidInput';
}

/** The template lacks an environment variable. */
export class MissingEnvironment extends UnderstudyError {
  override readonly name = 'MissingEnvironment';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a function works: its Region, its plan, its table. */
export interface Room {
  readonly outside: Outside;
  readonly plan: Plan;
  /** The Region that the function runs in. */
  readonly here: Region;
  /** An environment variable; a missing one is a `MissingEnvironment`. */
  readonly variable: (name: string) => string;
  /** The authority's table, nearest replica first, without the replica of `except`. */
  readonly replicas: (except?: Region) => Replicas;
}

/** Makes a Lambda function of a piece of work: parse, call, answer. */
export const lambda = <I>(name: string, input: z.ZodType<I>, work: (input: I, room: Room) => Promise<unknown>) => {
  const create = (env: Environment, outside: Outside): ((event: unknown) => Promise<unknown>) => {
    let room: Room | undefined;
    const enter = (): Room => (room ??= openRoom(env, outside));
    const handle = middy<unknown, unknown>()
      .before((request) => {
        if (isExercise(request.event)) {
          enter();
          return { exercised: name };
        }
        request.event = parse(name, input, request.event);
        return undefined;
      })
      .onError((request) => {
        outside.log({ level: 'error', handler: name, ...describe(request.error) });
      })
      .handler((event) => work(event as I, enter()));
    return async (event) => handle(event, NO_CONTEXT);
  };
  let live: ReturnType<typeof create> | undefined;
  const handler = (event: unknown) => (live ??= create(process.env, reality))(event);
  return { create, handler };
};

/** No work here reads Lambda's context; middy wants one to pass on. */
const NO_CONTEXT = {} as Parameters<ReturnType<typeof middy>>[1];

/**
 * The daily no-op (S19): code, plan and environment have proved themselves when it is answered, and nothing is done. Every
 * event comes by here, and a schema that is not met makes an error with a stack, so the key is looked for first.
 */
const isExercise = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'exercise' in event && exercise.safeParse(event).success;

const parse = <I>(name: string, schema: z.ZodType<I>, event: unknown): I => {
  const { data, error } = schema.safeParse(event);
  if (!error) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
  throw new InvalidInput(`${name} was called with input it does not know: ${problems.join('; ')}`);
};

const openRoom = (env: Environment, outside: Outside): Room => {
  const variable = (wanted: string): string => {
    const value = env[wanted];
    if (!value)
      throw new MissingEnvironment(`the environment variable ${wanted} is missing; deploy the template again`);
    return value;
  };
  const plan = parsePlanJson(outside.file(PLAN_FILE));
  const here = variable('AWS_REGION');
  const table = variable('TABLE');
  return {
    outside,
    plan,
    here,
    variable,
    replicas: (except) => openReplicas(outside, table, plan.authority.regions, here, except),
  };
};

const describe = (fault: unknown) =>
  fault instanceof Error ? { error: fault.name, message: fault.message, stack: fault.stack } : { error: String(fault) };
