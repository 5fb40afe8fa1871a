import type { ServiceContract } from '../contract-case';
import { ssm } from './ssm';

/** Every service that Understudy calls, with the cases in which it is held against others' knowledge of AWS. */
export const contracts: readonly ServiceContract[] = [ssm];
