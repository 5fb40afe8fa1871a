import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from '../item';
import { parsePath, type Path } from './path';
import type { Placeholders } from './placeholders';
import { createReader, parseWhole, type Reader } from './reader';

/** Reads a `ProjectionExpression`: paths with commas between them. */
export const parseProjection = (text: string, placeholders: Placeholders): readonly Path[] =>
  parseWhole(createReader('ProjectionExpression', text, placeholders), parsePaths);

/** The part of an item that the paths name, nested as it was; elements of a list close ranks. */
export const project = (item: Item, paths: readonly Path[]): Item => choose({ M: item }, paths)?.M ?? {};

const parsePaths = (reader: Reader): readonly Path[] => {
  const paths = [parsePath(reader)];
  while (reader.takeIf(',')) paths.push(parsePath(reader));
  return paths;
};

const choose = (
  value: AttributeValue,
  paths: readonly (readonly (string | number)[])[],
): AttributeValue | undefined => {
  if (paths.some((path) => path.length === 0)) return value;
  const beneath = (step: string | number) => paths.filter(([first]) => first === step).map(([, ...rest]) => rest);
  const chosen = (step: string | number, inner: AttributeValue) =>
    beneath(step).length > 0 ? choose(inner, beneath(step)) : undefined;
  if (value.M) {
    const attributes = Object.entries(value.M).flatMap(([name, inner]) => {
      const part = chosen(name, inner);
      return part ? [[name, part] as const] : [];
    });
    return attributes.length > 0 ? { M: Object.fromEntries(attributes) } : undefined;
  }
  const elements = (value.L ?? []).flatMap((inner, index) => chosen(index, inner) ?? []);
  return elements.length > 0 ? { L: elements } : undefined;
};
