import { InvokeCommand, LambdaClient, paginateListVersionsByFunction } from '@aws-sdk/client-lambda';
import type * as z from 'zod';
import type { CallLimits } from '../aws';
import type { Outside } from '../outside';
import type { Region } from '../plan/plan';
import { exercised as exercisedAnswer, type exercise } from './no-op';

/** A version of a function, or a function whose versions nobody knows, and why it would not work on the day. */
export interface Exercised {
  readonly what: string;
  /** Undefined: it works. */
  readonly fault?: string;
}

/** A version that was idle for weeks starts cold, which takes a second, and may be slow to fetch its code. */
const limits = (region: Region): CallLimits => ({
  region,
  path: 'best-effort',
  attemptsMax: 2,
  connectMs: 1_000,
  answerMs: 15_000,
});

/**
 * Invokes every retained version of a function with a no-op (S19): Lambda lets functions that were idle for weeks become
 * inactive, and the first invocation then fails. https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
 */
export const exerciseVersions = async ({ aws }: Outside, region: Region, name: string): Promise<Exercised[]> => {
  const client = aws(LambdaClient, limits(region));
  const exercised: Exercised[] = [];
  try {
    for (const version of await listVersions(client, name)) {
      exercised.push({ what: `${name}:${version}`, fault: await faultOf(client, name, version) });
    }
    return exercised.length > 0 ? exercised : [{ what: name, fault: 'no version of it is published' }];
  } catch (fault) {
    return [...exercised, { what: name, fault: String(fault) }];
  }
};

/** `$LATEST` is no version: nobody calls it. */
const listVersions = async (client: LambdaClient, name: string): Promise<readonly string[]> => {
  const versions: string[] = [];
  for await (const { Versions = [] } of paginateListVersionsByFunction({ client }, { FunctionName: name })) {
    versions.push(...Versions.flatMap(({ Version = LATEST }) => (Version === LATEST ? [] : [Version])));
  }
  return versions;
};

const LATEST = '$LATEST';

const faultOf = async (client: LambdaClient, name: string, version: string): Promise<string | undefined> => {
  const Payload = JSON.stringify({ exercise: true } satisfies z.output<typeof exercise>);
  try {
    const answer = await client.send(new InvokeCommand({ FunctionName: name, Qualifier: version, Payload }));
    const text = new TextDecoder().decode(answer.Payload);
    return answer.FunctionError === undefined && isExercised(text) ? undefined : `it answered ${text}`;
  } catch (fault) {
    return String(fault);
  }
};

const isExercised = (text: string): boolean => {
  try {
    return exercisedAnswer.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
};
