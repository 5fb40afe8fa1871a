import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canaries } from '../../../rehearsal/soak/canaries/all';

const ROOT = join(__dirname, '../../..');

it.each(canaries.flatMap(({ name, plants }) => plants.map((one) => [name, one] as const)))(
  'the canary "%s" finds the text that it replaces once',
  (_, { file, find, replace }) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    expect(text.split(find)).toHaveLength(2);
    expect(find).not.toBe(replace);
  },
);
