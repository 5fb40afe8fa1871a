import type { Region } from '../plan/plan';

/** What woke a run up. It decides nothing: state is read again (S4). */
export interface Signal {
  /** `alarm`: a CloudWatch alarm's event; `observer`: an observer that kept seeing the loss; `person`: the console. */
  readonly from: 'alarm' | 'observer' | 'person';
  /** The Region that is said to be lost. */
  readonly suspect: Region;
  /** How many seconds of writes a person accepts to lose; `any` also when nobody knows how many. */
  readonly acceptsLossSeconds?: number | 'any';
  /** Why a person attests that nothing writes in the suspected Region any more (S14). */
  readonly attestsFence?: string;
  /** In words, for the evidence. */
  readonly because: string;
}
