const folder = process.env.MUTATED ?? 'decision';

/**
 * Breaks one folder of code that decides, place by place, and asks whether a unit test notices; docs/safety.md tells of what
 * survives, and .ci/mutation runs one folder after the other.
 * https://stryker-mutator.io/docs/stryker-js/configuration/
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: [`lambdas/${folder}/**/*.ts`],
  testRunner: 'jest',
  // The one test file finds its tests by reading a folder, which no search for imports sees.
  jest: { configFile: 'jest.mutation.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // Schemas and tables are made when a file is loaded, so each of their mutants would have to pass every test of its folder.
  ignoreStatic: true,
  // The simulated AWS keeps a core busy by itself.
  concurrency: 1,
  // Nothing in these folders loops, so a mutant that took long met a busy machine, which is no test that noticed.
  timeoutMS: 120_000,
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: `reports/mutation/${folder}.html` },
  jsonReporter: { fileName: `reports/mutation/${folder}.json` },
  // Of each folder by itself, so that none hides behind another.
  thresholds: { high: 95, low: 90, break: 85 },
  ignorePatterns: ['cdk.out', 'rehearsals', 'docs', 'statemachines/definitions'],
};
