import { UnderstudyError } from '../lambdas/errors';

/** What was asked for cannot be rehearsed as it was asked; the message says how to ask. */
export class BadRequest extends UnderstudyError {
  override readonly name = 'BadRequest';
}
