import { count, observersOf } from '../electorate';
import { wait, type Rule } from '../verdict';

/** Suspect and target may be cut from each other; only a third Region can tell (S1). */
export const waitWhileNobodyOutsideReportsTheLoss: Rule = (facts) => {
  const { down } = count(facts);
  if (down.length === 0 || down.some(({ observer }) => observer !== facts.target)) return undefined;
  return wait(`only ${observersOf(down)} reports the loss, and it would take over; one from outside must agree`);
};
