import { ListVersionsByFunctionCommand } from '@aws-sdk/client-lambda';
import { entriesOnAPage } from '../../entries-on-a-page';
import { onlyFields } from '../../not-simulated';
import { operation, type Operation } from '../../operation';
import type { LambdaStore } from '../store';
import { askedArn, askedFunction } from './asked-function';

/** AWS answers no more at once. https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html */
const PAGE = 50;

/** `$LATEST` and the published versions, oldest first, in pages. */
export const listVersionsByFunction = (store: LambdaStore): Operation =>
  operation(ListVersionsByFunctionCommand, {
    authorize: ({ FunctionName }, call) => [
      { action: 'lambda:ListVersionsByFunction', resource: askedArn(FunctionName, call) },
    ],
    latency: 'api.read',
    run: (input, call) => {
      onlyFields('ListVersionsByFunction', input, ['FunctionName', 'Marker']);
      const { versions, arn, name } = askedFunction(store, askedArn(input.FunctionName, call));
      const from = Number(input.Marker ?? 0);
      const to = from + entriesOnAPage(['lambda', 'ListVersionsByFunction'], call, PAGE);
      const all = ['$LATEST', ...versions];
      return {
        Versions: all
          .slice(from, to)
          .map((Version) => ({ FunctionName: name, FunctionArn: `${arn}:${Version}`, Version })),
        ...(to < all.length ? { NextMarker: String(to) } : {}),
      };
    },
  });
