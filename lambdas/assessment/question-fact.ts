import type { AuthorityItem } from '../authority/authority';
import { saidOf } from '../authority/question';
import type { QuestionFact } from '../decision/facts';
import type { Region } from '../plan/plan';

/** What people were asked about this loss, and have said so far; undefined when nobody has asked. */
export const questionFact = (
  item: Pick<AuthorityItem, 'question'> | undefined,
  { run, here, suspect }: { readonly run: string; readonly here: Region; readonly suspect: Region },
  nowMs: number,
): QuestionFact | undefined => {
  const question = item?.question;
  if (question?.from !== suspect) return undefined;
  const answers = Object.entries(question.answers).map(([role, { says, reason }]) => `${role} said ${says}: ${reason}`);
  return {
    run: question.run,
    isOurs: question.run === run && question.region === here,
    says: saidOf(question),
    because: answers.join('; ') || 'no answer yet',
    isOver: Date.parse(question.expiresAt) <= nowMs,
    stands: Date.parse(question.standsUntil) > nowMs,
    acceptsLossSeconds: question.acceptsLossSeconds,
  };
};

/** When this run's question was last answered, in milliseconds since 1970: its patience begins anew then. */
export const lastAnswerMs = (item: Pick<AuthorityItem, 'question'> | undefined): number =>
  Math.max(0, ...Object.values(item?.question?.answers ?? {}).map(({ at }) => Date.parse(at)));
