import { UnderstudyError } from '../errors';

/** The input of a run is nothing that we know; nothing was changed (S32). */
export class InvalidSignal extends UnderstudyError {
  override readonly name = 'InvalidSignal';
}
