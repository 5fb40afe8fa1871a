import type { Facts, QuestionFact } from './facts';
import { hold, type Opinion } from './verdict';

/**
 * What becomes of a rule that asks people. Undefined when they said yes: the rule no longer stands in the way. A yes decides
 * nothing by itself; every rule that holds is asked again (S4, S27).
 */
export const consent = (
  asked: Opinion,
  { question, losses }: Pick<Facts, 'question' | 'losses'>,
): Opinion | undefined => {
  if (!question) return asked;
  const { isOurs, says, run, because, isOver, stands } = question;
  if (!isOurs) return stands ? hold(`people are asked already, by ${run}: ${because}`) : asked;
  if (says === 'yes') return covers(question, losses) ? undefined : asked;
  return isOver
    ? { says: 'hold', because: `nobody answered ${run} in time: ${asked.because}`, isUnanswered: true }
    : asked;
};

/** A yes accepts the loss that people were told of, and no more (S15). */
const covers = ({ acceptsLossSeconds }: QuestionFact, losses: Facts['losses']): boolean =>
  acceptsLossSeconds === 'any' || losses.every(({ boundSeconds = Infinity }) => boundSeconds <= acceptsLossSeconds);
