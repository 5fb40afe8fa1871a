import type { OpenAssembly } from '../open-assembly';
import { pageOf } from './page';
import { readDefinitions } from './read-definitions';

/** What belongs into `statemachines/definitions`, by file name: the journeys of an assembly and the page that shows them. */
export const definitionFiles = ({ dir, plan }: Pick<OpenAssembly, 'dir' | 'plan'>): ReadonlyMap<string, string> => {
  const definitions = readDefinitions(dir, plan);
  const files = [...definitions].map(
    ([journey, definition]) => [`${journey}.asl.json`, `${JSON.stringify(definition, null, 2)}\n`] as const,
  );
  return new Map([...files, ['README.md', pageOf(definitions)]]);
};
