import { UnderstudyError } from '../lambdas/errors';

/** A rehearsal cannot begin: the assembly lacks something that must be there before anything can happen. */
export class CannotRehearse extends UnderstudyError {
  override readonly name = 'CannotRehearse';
}
