import { hold, type Rule } from '../verdict';

/** The plan names times in which people work on the application, or nobody wants surprises; a person may move it all the same. */
export const holdDuringAQuietTime: Rule = ({ quiet, signal }) =>
  quiet && signal.from !== 'person'
    ? hold(`nothing moves by itself until ${quiet.until}: ${quiet.because}`)
    : undefined;
