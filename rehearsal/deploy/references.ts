import type { Json } from '../asl/json';
import { variablesOf } from './substitute';

/** The names that `Ref`, `Fn::GetAtt` and `Fn::Sub` in a value refer to, at any depth. */
export const namesIn = (value: Json): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => namesIn(item as Json));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, argument]) => {
    switch (key) {
      case 'Ref':
        return [String(argument)];
      case 'Fn::GetAtt':
        return [String(Array.isArray(argument) ? argument[0] : String(argument).split('.')[0])];
      case 'Fn::Sub':
        return [...variablesIn(argument), ...namesIn(argument)];
      default:
        return namesIn(argument);
    }
  });
};

const variablesIn = (argument: Json): string[] => {
  const pattern = Array.isArray(argument) ? (argument as readonly Json[])[0] : argument;
  return variablesOf(String(pattern)).map((name) => name.split('.')[0] ?? name);
};
