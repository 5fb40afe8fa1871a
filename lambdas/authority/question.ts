import { iso } from '../clock';
import { UnderstudyError } from '../errors';
import type { Plan } from '../plan/plan';
import type { Move } from '../resources/kind';
import { AUTHORITY_KEY, readAuthority, type AuthorityItem } from './authority';
import { compareAndSet } from './compare-and-set';
import type { Replicas } from './replicas';
import { updateItem } from './table';

export type Question = NonNullable<AuthorityItem['question']>;

/** Somebody else's question about the same loss is open: people are asked one thing at a time. */
export class AlreadyAsked extends UnderstudyError {
  override readonly name = 'AlreadyAsked';
}

/** The answer came too late, twice, or to a question that nobody asks; nothing was changed. */
export class CannotAnswer extends UnderstudyError {
  override readonly name = 'CannotAnswer';
}

/** The run that asked wakes up a minute after its question has expired, and then needs one more to end. */
const STANDS_SECONDS = 120;

/** Puts a run's question; while it stands, it is in the way of any other about the same Region. */
export const putQuestion = async (
  replicas: Replicas,
  { run, to, from, lossBoundSeconds }: Move,
  { token, because }: { readonly token: string; readonly because: string },
  { people, expiresSeconds }: Plan['automation']['approval'],
): Promise<Question> => {
  const nowMs = replicas.outside.clock.now();
  const question: Question = {
    run,
    region: to,
    from,
    because,
    acceptsLossSeconds: lossBoundSeconds ?? 'any',
    people,
    askedAt: iso(nowMs),
    expiresAt: iso(nowMs + expiresSeconds * 1000),
    standsUntil: iso(nowMs + (expiresSeconds + STANDS_SECONDS) * 1000),
    token,
    answers: {},
  };
  const { applied, item } = await compareAndSet(replicas, {
    nonce: `${run} in ${to} asks at ${question.askedAt}`,
    condition:
      // An item with a question and nothing else would be no authority, and in the way of one.
      'attribute_exists(pk) AND (attribute_not_exists(#question) OR #question.#standsUntil <= :now OR #question.#from <> :from OR (#question.#run = :run AND #question.#region = :region))',
    set: ['#question = :question'],
    names: {
      '#question': 'question',
      '#standsUntil': 'standsUntil',
      '#from': 'from',
      '#run': 'run',
      '#region': 'region',
    },
    values: { ':question': question, ':now': iso(nowMs), ':from': from, ':run': run, ':region': to },
  });
  if (applied) return question;
  throw new AlreadyAsked(item?.question ? `people are asked already, by ${whoAsks(item.question)}` : 'no authority');
};

/** One role's word. */
export interface Answer {
  /** The run that was asked for. */
  readonly run: string;
  readonly role: string;
  readonly says: 'yes' | 'no';
  readonly reason: string;
  /** The execution that brings it; the same one again is no second answer. */
  readonly by: string;
}

/** Notes one role's answer, and gives the question as it stands then. Throws `CannotAnswer`. */
export const answerQuestion = async (
  replicas: Replicas,
  { run, role, says, reason, by }: Answer,
): Promise<Question> => {
  const at = iso(replicas.outside.clock.now());
  await updateItem(replicas, AUTHORITY_KEY, {
    UpdateExpression: 'SET #question.#answers.#role = :answer',
    ConditionExpression:
      '#question.#run = :run AND #question.#expiresAt > :at AND attribute_not_exists(#question.#answers.#role)',
    ExpressionAttributeNames: {
      '#question': 'question',
      '#answers': 'answers',
      '#role': role,
      '#run': 'run',
      '#expiresAt': 'expiresAt',
    },
    ExpressionAttributeValues: { ':answer': { says, reason, by, at }, ':run': run, ':at': at },
  });
  const question = (await readAuthority(replicas))?.question;
  if (question?.run === run && question.answers[role]?.by === by) return question;
  throw new CannotAnswer(`nothing was changed: ${whyNot(question, run, role)}`);
};

const whyNot = (question: Question | undefined, run: string, role: string): string => {
  if (question?.run !== run) {
    const open = question ? `the last question is that of ${whoAsks(question)}` : 'nobody asks anything';
    return `run "${run}" asks nothing; ${open}`;
  }
  const before = question.answers[role];
  if (before) return `${role} has said ${before.says} to ${run} already, at ${before.at}: ${before.reason}`;
  return `the question of ${run} expired at ${question.expiresAt}; it is asked again if the loss goes on`;
};

const whoAsks = ({ run, region, expiresAt }: Question): string => `run ${run} in ${region}, until ${expiresAt}`;

/** What people have said so far: one no is enough, and as many yes as the plan wants. */
export const saidOf = ({ answers, people }: Pick<Question, 'answers' | 'people'>): 'open' | 'yes' | 'no' => {
  const said = Object.values(answers).map(({ says }) => says);
  if (said.includes('no')) return 'no';
  return said.length >= people ? 'yes' : 'open';
};
