import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = join(__dirname, '..');

/** Which rooms of `lambdas/` a room may use besides itself, `plan`'s types, and the ways out of a function. */
const ROOMS: Readonly<Record<string, readonly string[] | 'all'>> = {
  plan: ['resources'],
  signals: ['plan'],
  checks: ['plan', 'resources'],
  // Lags are measured by kinds, and a call for a failover is a signal that the run will parse.
  observation: ['plan', 'checks', 'resources', 'signals'],
  decision: ['plan'],
  // The loop of an observer owns its vote; the authority's table stores it.
  authority: ['plan', 'resources', 'observation'],
  assessment: ['plan', 'observation', 'authority', 'resources', 'decision', 'signals'],
  resources: ['plan'],
  steps: ['plan', 'authority', 'resources', 'evidence'],
  evidence: ['plan', 'authority'],
  exercise: ['plan'],
  // What was said lately stands in the authority's table, and who was told in the run's ledger.
  notify: ['plan', 'authority', 'evidence', 'exercise'],
  handlers: 'all',
};

/** Files beside the rooms that any room may use: errors and the ways out of a function. */
const OPEN = ['aws', 'http', 'dns', 'tls', 'clock', 'outside', 'errors'];

interface Import {
  readonly file: string;
  readonly from: string;
}

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));

const importsOf = (file: string): Import[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, target]) => ({
    file,
    from: target!.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), target!)) : target!,
  }));

const all = (folder: string) => sources(folder).flatMap(importsOf);
const inside = (folder: string) => (one: Import) => one.from === folder || one.from.startsWith(`${folder}/`);

describe('the directions of imports', () => {
  it('lets nothing in lambdas/ or lib/ know the rehearsal, so that what is deployed is what is rehearsed', () => {
    expect([...all('lambdas'), ...all('lib'), ...all('statemachines')].filter(inside('rehearsal'))).toEqual([]);
  });

  it('keeps aws-cdk-lib out of functions', () => {
    expect(all('lambdas').filter(({ from }) => /^(aws-cdk-lib|constructs)/.test(from))).toEqual([]);
  });

  it('lets journeys know nothing but Step Functions', () => {
    const known = /^(statemachines\/|constructs$|aws-cdk-lib$|aws-cdk-lib\/aws-stepfunctions(-tasks)?$)/;
    expect(all('statemachines').filter(({ from }) => !known.test(from))).toEqual([]);
  });

  it('lets lib know of lambdas/ only the plan, and of kinds their capabilities, schemas and permissions; handlers are paths', () => {
    const known = /^lambdas\/(plan\/|errors$|resources\/(kind|at|[^/]+\/(schema|permissions))$)/;
    expect(all('lib').filter(({ from }) => from.startsWith('lambdas/') && !known.test(from))).toEqual([]);
  });

  it.each(Object.entries(ROOMS).filter(([, may]) => may !== 'all'))(
    'keeps %s to the rooms it may use: %s',
    (room, may) => {
      const allowed = new Set([room, ...(may as readonly string[]), ...OPEN]);
      const strangers = all(`lambdas/${room}`)
        .filter(({ from }) => from.startsWith('lambdas/'))
        .filter(({ from }) => !allowed.has(from.split('/')[1]!));
      expect(strangers).toEqual([]);
    },
  );

  it('lets plan use nothing of resources but the schemas, which need nothing of ours; permissions also know where they hold', () => {
    expect(
      all('lambdas/plan')
        .filter(inside('lambdas/resources'))
        .filter(({ from }) => !from.endsWith('/schema')),
    ).toEqual([]);
    const own = sources('lambdas/resources').filter((file) => /\/(schema|permissions)\.ts$/.test(file));
    const strangers = own
      .flatMap(importsOf)
      .filter(({ from }) => /^(lambdas|lib|rehearsal)\//.test(from))
      .filter(({ file, from }) => from !== join(dirname(file), 'schema'))
      .filter(({ file, from }) => !(file.endsWith('/permissions.ts') && from === 'lambdas/resources/at'));
    expect(strangers).toEqual([]);
  });

  it('lets only the registry list the kinds', () => {
    const kinds = readdirSync(join(ROOT, 'lambdas/resources'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const listed = importsOf('lambdas/resources/registry.ts').map(({ from }) => from);
    for (const { name } of kinds) expect(listed).toContain(`lambdas/resources/${name}/${name}`);
  });

  it('lets nothing read the environment but the one place that makes functions', () => {
    const readers = sources('lambdas').filter((file) => /process\.env/.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(readers).toEqual(['lambdas/handlers/lambda.ts']);
  });

  it('has an owner for every room: no utils, helpers, common, misc, manager or service', () => {
    const nameless = /(^|\/)(utils?|helpers?|common|misc|manager|service)(\.[a-z]+|\/)/;
    const files = ['bin', 'lib', 'lambdas', 'statemachines', 'rehearsal', 'examples', 'test'].flatMap(sources);
    expect(files.filter((file) => nameless.test(file))).toEqual([]);
  });
});
