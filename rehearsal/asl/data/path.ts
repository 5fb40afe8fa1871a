import { DefinitionFault, RuntimeFault } from '../faults';
import type { Read } from '../fields';
import type { Json } from '../json';

/** What paths look into: `$` is the input, `$$` the context object. */
export interface Data {
  readonly input: Json;
  readonly context: Json;
}

/** A plain path such as `$.a.b[0]` or `$$.Execution.Name`. */
export interface Path {
  readonly text: string;
  readonly root: keyof Data;
  readonly steps: readonly (string | number)[];
}

const PLAIN_PATH = /^\$\$?(\.[A-Za-z_]\w*|\[\d+\])*$/;
const STEP = /\.(\w+)|\[(\d+)\]/g;

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html, as far as it is simulated. */
const CONTEXT =
  /^\$\$\.(Execution\.(Id|Name|StartTime)|State\.(Name|EnteredTime|RetryCount)|StateMachine\.(Id|Name)|Task\.Token|Map\.Item\.Index|(Execution\.Input|Map\.Item\.Value)([.[].*)?)$/;

/** Reads a plain path; intrinsic functions, variables, wildcards, slices and filters are refused. */
export const path: Read<Path> = (value, where) => {
  if (typeof value !== 'string' || !PLAIN_PATH.test(value)) {
    throw new DefinitionFault(
      where,
      `${JSON.stringify(value)} is not a plain path such as $, $.a.b or $.a[0]; let a function compute what needs more`,
    );
  }
  if (value.startsWith('$$') && !CONTEXT.test(value)) {
    throw new DefinitionFault(
      where,
      `${value} is not in the simulated context object; allowed are Execution.Id|Name|Input|StartTime, ` +
        'State.Name|EnteredTime|RetryCount, StateMachine.Id|Name, Task.Token and Map.Item.Index|Value after "$$."',
    );
  }
  const steps = [...value.matchAll(STEP)].map(([, field, index]) => field ?? Number(index));
  return { text: value, root: value.startsWith('$$') ? 'context' : 'input', steps };
};

/** What stands at the path, or undefined. */
export const find = (from: Path, data: Data): Json | undefined => {
  let here: Json | undefined = data[from.root];
  for (const step of from.steps) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    if (Array.isArray(here) !== (typeof step === 'number')) return undefined;
    here = (here as Record<string | number, Json>)[step];
  }
  return here;
};

/** What stands at the path; throws `RuntimeFault` where nothing does. */
export const look = (from: Path, data: Data, field: string): Json => {
  const found = find(from, data);
  if (found !== undefined) return found;
  throw new RuntimeFault(
    `The JSONPath '${from.text}' specified for the field '${field}' could not be found in the input '${JSON.stringify(data[from.root])}'`,
  );
};
