import type { Question } from '../authority/question';
import type { Journey } from '../plan/journeys';
import { names } from '../plan/names';
import type { Plan, Region } from '../plan/plan';
import type { Notice } from './notice';

/** A run's end, as people are told of it. */
export interface End {
  readonly journey: Journey;
  readonly run: string;
  readonly region: Region;
  readonly outcome: string;
  readonly because: string;
  /** Whether the run held because only a person may decide, and nobody did. */
  readonly asks?: boolean;
  readonly evidence?: string;
}

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
  about: `the move under epoch ${epoch}`,
});

/** Only a person may decide: what is asked, and how to answer. */
export const askNotice = (
  plan: Pick<Plan, 'application' | 'generation' | 'automation'>,
  question: Pick<Question, 'run' | 'from' | 'region' | 'because' | 'acceptsLossSeconds' | 'expiresAt'>,
): Notice => {
  const { application, automation } = plan;
  const { roles, people } = automation.approval;
  const { run, from, region, because, acceptsLossSeconds, expiresAt } = question;
  const loss = acceptsLossSeconds === 'any' ? 'an unknown number of seconds' : `at most ${acceptsLossSeconds} s`;
  return {
    title: `${application}: a person must decide whether to move from ${from} to ${region}`,
    text: [
      `${because}.`,
      `A yes accepts to lose ${loss} of writes. ${people} of these must say yes, and one no is enough to stay:`,
      ...roles.map(
        (role) => `- ${role}, with the state machine ${names(plan).machine(`approve-${role}`)} of any Region`,
      ),
      `Start it with ${JSON.stringify({ run, says: 'yes', reason: 'why' })}, until ${expiresAt}; then nothing moves.`,
    ].join('\n'),
    about: `${run} asks at ${expiresAt}`,
  };
};

/** A run has ended; undefined where that is no news. */
export const endNotice = ({ application }: Pick<Plan, 'application'>, end: End): Notice | undefined => {
  if (!isNews(end)) return undefined;
  const title = `${application}: ${headline(end)}`;
  return {
    title,
    text: [
      `${end.because}.`,
      `Run ${end.run} in ${end.region}.`,
      ...(end.outcome === 'needs-a-person' ? ['The run has stopped where it was and needs a person now.'] : []),
      ...(end.asks ? ['Nothing was changed. Only a person may decide this one.'] : []),
      ...(end.evidence ? [`Evidence: ${end.evidence}`] : []),
    ].join('\n'),
    about: `${title}: ${withoutNumbers(end.because)}`,
  };
};

/** A backup that was made, or was not this Region's to make, is an ordinary day. */
const isNews = ({ journey, outcome }: End): boolean =>
  journey !== 'backup' || (outcome !== 'completed' && outcome !== 'held');

const headline = ({ journey, outcome, asks }: End): string => {
  if (asks) return `${outcome}, and nobody has decided`;
  return journey === 'failover' ? outcome : `${journey} ${outcome}`;
};

/** Seconds and sizes differ from one run to the next, and tell nothing new. */
const withoutNumbers = (because: string): string => because.replace(/\d+(\.\d+)?/g, '#');
