import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { invalidParameter } from './errors';
import { elementsOf, numberOf, typeOf } from './item';

/** Throws a `ValidationException` where a value of a request is none that DynamoDB stores: typeless, or a bad set or number. */
export const assertValid = (value: AttributeValue): void => {
  const type = typeOf(value);
  if (value.N !== undefined) numberOf(value.N);
  value.NS?.forEach(numberOf);
  if (type === 'SS' || type === 'NS' || type === 'BS') assertSet(value, type);
  value.L?.forEach(assertValid);
  Object.values(value.M ?? {}).forEach(assertValid);
};

const assertSet = (value: AttributeValue, type: 'SS' | 'NS' | 'BS'): void => {
  const elements = elementsOf(value);
  if (elements.length === 0) throw invalidParameter(`An ${setNames[type]} set  may not be empty`);
  const texts = elements.map((element) => element.S ?? element.N ?? Buffer.from(element.B ?? []).toString('base64'));
  if (new Set(texts).size < texts.length)
    throw invalidParameter(`Input collection [${texts.join(', ')}] contains duplicates.`);
};

const setNames = { SS: 'string', NS: 'number', BS: 'binary' } as const;
