import type { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { validation } from '../errors';
import type { Placeholders } from './placeholders';

/** The request fields that hold an expression. */
export type ExpressionField =
  'ConditionExpression' | 'KeyConditionExpression' | 'ProjectionExpression' | 'UpdateExpression';

/** One expression, read token by token from the left. */
export interface Reader {
  readonly placeholders: Placeholders;
  /** The token `ahead` places on, 0 for the next; undefined past the end. */
  peek(ahead?: number): string | undefined;
  take(): string;
  /** Takes the next token if it is this symbol, or this keyword in any case. */
  takeIf(word: string): boolean;
  /** Takes this symbol or keyword, or throws. */
  expect(word: string): void;
  /** What to throw when the expression says something wrong. */
  problem(what: string): DynamoDBServiceException;
  /** What to throw when the next token does not belong there. */
  syntaxError(): DynamoDBServiceException;
}

/** Splits an expression into tokens; what is no token is a `ValidationException` that shows it. */
export const createReader = (field: ExpressionField, text: string, placeholders: Placeholders): Reader => {
  const problem = (what: string) => validation(`Invalid ${field}: ${what}`);
  if (text.trim() === '') throw problem('The expression can not be empty;');
  const tokens = text.match(TOKEN) ?? [];
  let at = 0;
  const syntaxError = () => {
    const near = tokens.slice(Math.max(0, at - 1), at + 2).join(' ');
    return problem(`Syntax error; token: "${tokens[at] ?? '<EOF>'}", near: "${near}"`);
  };
  const reader: Reader = {
    placeholders,
    peek: (ahead = 0) => tokens[at + ahead],
    take: () => {
      const token = tokens[at];
      if (token === undefined) throw syntaxError();
      at += 1;
      return token;
    },
    takeIf: (word) => {
      const token = tokens[at];
      if (token?.length !== word.length || token.toUpperCase() !== word) return false;
      at += 1;
      return true;
    },
    expect: (word) => {
      if (!reader.takeIf(word)) throw syntaxError();
    },
    problem,
    syntaxError,
  };
  return reader;
};

/** Reads the whole of an expression with `parse`; anything left over is a syntax error. */
export const parseWhole = <T>(reader: Reader, parse: (reader: Reader) => T): T => {
  const parsed = parse(reader);
  if (reader.peek() !== undefined) throw reader.syntaxError();
  return parsed;
};

// Placeholders, names, numbers, operators; any other character is a token that no rule accepts.
const TOKEN = /[#:]\w+|[A-Za-z_]\w*|\d+|<>|<=|>=|\S/g;
