/** A role, or a service that wants to use one, may not do what it asks for. */
export class NotAuthorized extends Error {
  override readonly name = 'NotAuthorized';

  constructor(who: string, action: string, resource: string) {
    super(`${who} is not authorized to perform: ${action} on resource: ${resource}`);
  }
}
