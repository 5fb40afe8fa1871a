import type { Plan, Region } from '../plan/plan';
import type { Notice } from './notice';

/** A move has begun. */
export const startNotice = (
  { application }: Pick<Plan, 'application'>,
  {
    run,
    from,
    to,
    epoch,
  }: { readonly run: string; readonly from: Region; readonly to: Region; readonly epoch: number },
  because: string,
): Notice => ({
  title: `${application} moves from ${from} to ${to}`,
  text: `${because}.\nRun ${run} in ${to}, epoch ${epoch}. Nothing is asked of you; the end is announced.`,
});

/** A run has ended. */
export const endNotice = (
  { application }: Pick<Plan, 'application'>,
  end: {
    readonly run: string;
    readonly region: Region;
    readonly outcome: string;
    readonly because: string;
    readonly evidence?: string;
  },
): Notice => ({
  title: `${application}: ${end.outcome}`,
  text: [
    `${end.because}.`,
    `Run ${end.run} in ${end.region}.`,
    ...(end.outcome === 'needs-a-person' ? ['The run has stopped where it was and needs a person now.'] : []),
    ...(end.evidence ? [`Evidence: ${end.evidence}`] : []),
  ].join('\n'),
});
