/** A state of a definition, as far as the tests look. */
export interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Resource?: string;
  readonly TimeoutSeconds?: number;
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Retry?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly MaxAttempts: number;
    readonly [setting: string]: unknown;
  }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly Choices?: readonly { readonly Next: string; readonly [test: string]: unknown }[];
  readonly ItemProcessor?: Definition;
  readonly Branches?: readonly Definition[];
  readonly [field: string]: unknown;
}

export interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
  readonly TimeoutSeconds?: number;
}

/** Every state, those inside of Maps and Parallels included. */
export const everyState = ({ States }: Definition): [string, State][] =>
  Object.entries(States).flatMap(([name, state]) => [
    [name, state] as [string, State],
    ...(state.ItemProcessor ? everyState(state.ItemProcessor) : []),
    ...(state.Branches ?? []).flatMap(everyState),
  ]);

/** Every field of a definition whose value is a path: `…Path`, `Variable`, and parameters that end in `.$`. */
export const everyPath = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    typeof inner === 'string' && isPathField(field) ? [inner] : everyPath(inner),
  );
};

const isPathField = (field: string): boolean => field.endsWith('Path') || field.endsWith('.$') || field === 'Variable';

/** The tasks that a run goes through if every choice answers as told; choices not told take their default. */
export const walk = (definition: Definition, answers: Readonly<Record<string, number>>): string[] => {
  const passed: string[] = [];
  let name: string | undefined = definition.StartAt;
  while (name !== undefined && !passed.includes(name)) {
    passed.push(name);
    name = nextOf(definition.States[name], answers[name]);
  }
  return name === undefined ? passed : [...passed, name];
};

const nextOf = (state: State | undefined, choice: number | undefined): string | undefined =>
  choice === undefined ? (state?.Next ?? state?.Default) : state?.Choices?.[choice]?.Next;

const FAILED = 'States.TaskFailed';

/** How often a task is tried again when its function throws. */
export const retriesOf = (state: State | undefined): number =>
  state?.Retry?.find(({ ErrorEquals }) => ErrorEquals.includes(FAILED))?.MaxAttempts ?? NaN;

/** How long a task may go on whose function throws each time just before it times out, in seconds; jitter only shortens it. */
export const patienceSeconds = (state: State | undefined): number => {
  const retrier = state?.Retry?.find(({ ErrorEquals }) => ErrorEquals.includes(FAILED));
  const [interval, rate, most] = ['IntervalSeconds', 'BackoffRate', 'MaxDelaySeconds'].map((f) => Number(retrier?.[f]));
  const pauses = Array.from({ length: retriesOf(state) }, (_, n) => Math.min(interval! * rate! ** n, most!));
  return pauses.reduce((sum, pause) => sum + pause, 0) + (pauses.length + 1) * (state?.TimeoutSeconds ?? NaN);
};
