/**
 * Breaks the code that decides, line by line, and asks whether a unit test notices; docs/safety.md tells of what survives.
 * https://stryker-mutator.io/docs/stryker-js/configuration/
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['lambdas/{decision,authority,observation,steps}/**/*.ts'],
  testRunner: 'jest',
  jest: { configFile: 'jest.mutation.config.js' },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  incremental: true,
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // Each of these folders has to stay above it by itself; see docs/safety.md.
  thresholds: { high: 95, low: 90, break: 85 },
  ignorePatterns: ['cdk.out', 'rehearsals', 'docs', 'statemachines/definitions'],
};
