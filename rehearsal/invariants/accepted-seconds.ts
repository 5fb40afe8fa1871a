import { rolesThatSaidYes, type AcceptedSeconds } from './peoples-words';
import type { Recording } from './recording';

/**
 * How much a person accepted to lose by a run, until a moment: by what they typed when they started it, or by a yes, which
 * accepts what its question told and no more (S15). Undefined where nobody said anything.
 */
export const acceptedSeconds = (recording: Recording, run: string, untilMs: number): AcceptedSeconds | undefined => {
  const started = recording.words.acceptedLoss.filter((one) => one.run === run).map((one) => one.acceptedSeconds);
  return most([...started, ...byYes(recording, run, untilMs)]);
};

/** By the questions of a run that enough roles said yes to, each while it was the last one. */
const byYes = ({ authority, words, plan }: Recording, run: string, untilMs: number): readonly AcceptedSeconds[] => {
  const asked = authority.flatMap(({ atMs, question }) => (question && atMs <= untilMs ? [{ atMs, ...question }] : []));
  const questions = asked.filter(({ askedAt }, index) => askedAt !== asked[index - 1]?.askedAt);
  return questions.flatMap((question, index) => {
    const overMs = questions[index + 1]?.atMs ?? untilMs;
    const yes = words.yes.filter(({ atMs }) => question.atMs <= atMs && atMs < overMs);
    const isAccepted = question.run === run && rolesThatSaidYes({ yes }, run) >= plan.automation.approval.people;
    return isAccepted ? [question.acceptsLossSeconds] : [];
  });
};

const most = (all: readonly AcceptedSeconds[]): AcceptedSeconds | undefined =>
  all.includes('any') ? 'any' : all.toSorted((one, other) => Number(other) - Number(one))[0];
