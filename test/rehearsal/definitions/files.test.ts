import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import aslValidator from 'asl-validator';
import { definitionFiles } from '../../../rehearsal/definitions/files';
import { quickStart } from '../../quick-start';
import { quickStartAssembly } from '../assembly';

const FOLDER = join(__dirname, '../../../statemachines/definitions');
const assembly = quickStartAssembly();
afterAll(() => assembly.remove());
const files = definitionFiles({ dir: assembly.dir, plan: quickStart() });
const definitions = [...files].filter(([name]) => name.endsWith('.asl.json'));

it('is what is committed; run npm run definitions if it is not', () => {
  const committed = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]);
  expect(Object.fromEntries(committed)).toEqual(Object.fromEntries(files));
});

describe.each(definitions)('%s', (_, text) => {
  it('is accepted by asl-validator', () => {
    const { isValid, errorsText } = aslValidator(JSON.parse(text));
    expect(isValid ? '' : errorsText()).toBe('');
  });

  it('names functions, and no account, Region or published version', () => {
    expect(text).toMatch(/"\$\{[a-z-]+\}"/);
    expect(text).not.toMatch(/\d{12}|us-(east|west)-\d|CurrentVersion/);
  });
});

it('shows every definition on the page', () => {
  for (const [name] of definitions) expect(files.get('README.md')).toContain(`](${name})`);
});
