/** A cloud assembly that cannot be deployed as it is; the message names stack, logical id, path, and what is wrong. */
export class DeployFault extends Error {
  override readonly name = 'DeployFault';

  constructor(where: string, what: string) {
    super(`${where}: ${what}`);
  }
}
