import type { Step } from './contract-case';

/** How a request ended: AWS's answer without `$metadata` and with bodies as text, or the name of its error. */
export type Outcome = { readonly output: object } | { readonly error: string; readonly status: number | undefined };

/** Sends a step's command with an input by one side's client; never rejects. */
export const send = async (client: unknown, { command: Command }: Step, input: object): Promise<Outcome> => {
  try {
    const answer = await (client as Sends).send(new Command(input as never));
    const members = Object.entries(answer).filter(([name]) => name !== '$metadata');
    const read = members.map(async ([name, value]) => [name, isText(value) ? await value.transformToString() : value]);
    return { output: Object.fromEntries(await Promise.all(read)) as object };
  } catch (fault) {
    const { name, $metadata } = fault as { name: string; $metadata?: { httpStatusCode?: number } };
    return { error: name, status: $metadata?.httpStatusCode };
  }
};

interface Sends {
  send(command: object): Promise<Record<string, unknown>>;
}

const isText = (body: unknown): body is { transformToString(): string | Promise<string> } =>
  typeof body === 'object' && body !== null && 'transformToString' in body;
