import type { HttpAnswer } from '../../lambdas/http';

/** What somebody posted to the incoming webhook. */
export interface SlackMessage {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Where Slack is to be found. */
export const SLACK_HOST = 'hooks.slack.example';

/** A stand-in for Slack, on the internet. */
export interface Slack {
  /** The incoming webhook's address, which the plan's secret holds. */
  readonly webhook: string;
  readonly messages: readonly SlackMessage[];
  /** Takes a request to Slack's host. */
  serve(request: { readonly method: string; readonly url: string; readonly body?: string }): HttpAnswer;
}

/** Answers as https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks says, and keeps the messages. */
export const createSlack = (now: () => number): Slack => {
  const webhook = `https://${SLACK_HOST}/services/T00000000/B00000000/understudy`;
  const messages: SlackMessage[] = [];
  return {
    webhook,
    messages,
    serve: ({ method, url, body = '' }) => {
      if (method !== 'POST' || url !== webhook) return { status: 404, body: 'no_service' };
      const text = textOf(body);
      if (text === undefined) return { status: 400, body: 'invalid_payload' };
      if (text === '') return { status: 400, body: 'no_text' };
      messages.push({ text, at: now() });
      return { status: 200, body: 'ok' };
    },
  };
};

/** The message's text; undefined where the body is not a message. */
const textOf = (body: string): string | undefined => {
  try {
    const { text = '' } = JSON.parse(body) as { text?: unknown };
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
};
