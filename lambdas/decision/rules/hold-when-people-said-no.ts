import { hold, type Rule } from '../verdict';

/** Who was asked and said no is not passed over as soon as there is nothing more to ask; a person may still start a run (S27). */
export const holdWhenPeopleSaidNo: Rule = ({ question, signal }) => {
  if (question?.says !== 'no') return undefined;
  const { isOurs, stands, run, because } = question;
  const counts = isOurs || (stands && signal.from !== 'person');
  return counts ? hold(`people said no to ${run}: ${because}`) : undefined;
};
