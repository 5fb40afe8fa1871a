import { NotSimulated } from '../not-simulated';
import { validation } from './validation';

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
export const VALUE_BYTES_MAX = 4096;

export interface Parameter {
  readonly value: string;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** The parameters of the account; each Region has its own. */
export interface Parameters {
  arn(region: string, name: string): string;
  get(region: string, name: string): Parameter | undefined;
  /** Stores the next version, the first being 1. */
  put(region: string, name: string, value: string, now: number): Parameter;
}

export const createParameters = (account: string): Parameters => {
  const parameters = new Map<string, Parameter>();
  const arn = (region: string, name: string) => `arn:aws:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`;
  const get = (region: string, name: string) => parameters.get(arn(region, name));
  return {
    arn,
    get,
    put: (region, name, value, modifiedAt) => {
      const parameter = { value, version: (get(region, name)?.version ?? 0) + 1, modifiedAt };
      parameters.set(arn(region, name), parameter);
      return parameter;
    },
  };
};

/** The name in a request; missing ones are a `ValidationException`, and only plain ones are simulated. */
export const plainName = (name: string | undefined): string => {
  if (!name)
    throw validation(
      "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null",
    );
  if (name.includes(':'))
    throw new NotSimulated(`the parameter ${name}: ARNs, versions and labels are not simulated; use the plain name`);
  return name;
};
