/** The parts of a function's ARN; `qualifier` is a version number, and absent in the ARN of the function itself. */
export interface FunctionArn {
  readonly region: string;
  readonly name: string;
  readonly qualifier: string | undefined;
}

const ARN = /^arn:aws:lambda:([a-z0-9-]+):(\d{12}):function:([A-Za-z0-9_-]+)(?::([A-Za-z0-9_$-]+))?$/;

/** Reads a function's ARN; anything else is undefined. */
export const parseFunctionArn = (arn: string): FunctionArn | undefined => {
  const [, region, , name, qualifier] = ARN.exec(arn) ?? [];
  return region && name ? { region, name, qualifier } : undefined;
};
