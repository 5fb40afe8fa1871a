import { DefinitionFault } from '../faults';
import { list, text, type Read } from '../fields';

/**
 * Names that begin with `States.` and that a state can report here, or that stand for others. The guide also names
 * `States.HeartbeatTimeout`; as recorded from AWS, a missed heartbeat is a `States.Timeout`, so nothing may rely on it.
 * https://github.com/localstack/localstack/blob/main/tests/aws/services/stepfunctions/v2/timeouts/test_heartbeats.snapshot.json
 */
const RESERVED = [
  'States.ALL',
  'States.TaskFailed',
  'States.Timeout',
  'States.Permissions',
  'States.DataLimitExceeded',
  'States.ResultPathMatchFailure',
];

const name: Read<string> = (value, where) => {
  const error = text(value, where);
  if (!error.startsWith('States.') || RESERVED.includes(error)) return error;
  throw new DefinitionFault(where, `no Retry or Catch ever sees ${error}; allowed are ${RESERVED.join(', ')}`);
};

/** Reads the ErrorEquals of a Retry or Catch. */
export const errorNames: Read<readonly string[]> = (value, where) => {
  const names = list(name)(value, where);
  if (names.length === 1 || !names.includes('States.ALL')) return names;
  throw new DefinitionFault(where, `States.ALL stands alone; give ${names.join(', ')} lists of their own`);
};

/** Reads a Retry or Catch, in which the one for States.ALL, which hides what follows, must come last. */
export const handlers =
  <T extends { readonly errorEquals: readonly string[] }>(read: Read<T>): Read<readonly T[]> =>
  (value, where) => {
    const all = list(read)(value, where);
    const hiding = all.findIndex(({ errorEquals }) => errorEquals.includes('States.ALL'));
    if (hiding === -1 || hiding === all.length - 1) return all;
    throw new DefinitionFault(`${where}[${hiding}]`, 'States.ALL hides what follows it; move it to the end');
  };

/**
 * Whether an ErrorEquals names an error. States.ALL is every error but `States.DataLimitExceeded`; States.TaskFailed is
 * further none that is `States.Timeout`. That States.TaskFailed leaves `States.DataLimitExceeded` alone is assumed, from
 * its being called terminal.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export const matches = (errorEquals: readonly string[], error: string): boolean => {
  if (errorEquals.includes(error)) return true;
  if (error === 'States.DataLimitExceeded') return false;
  return (
    errorEquals.includes('States.ALL') || (errorEquals.includes('States.TaskFailed') && error !== 'States.Timeout')
  );
};
