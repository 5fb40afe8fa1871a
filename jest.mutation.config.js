const base = require('./jest.config.js');

const folders = ['decision', 'authority', 'observation', 'steps'];

/** The unit tests that mutants are held against; `npm run test:mutation` runs them. @type {import('jest').Config} */
module.exports = {
  ...base,
  // With the sources, because the tests of a mutant are those that import it.
  roots: ['<rootDir>/lambdas', ...folders.map((folder) => `<rootDir>/test/lambdas/${folder}`)],
  // Two seconds for each mutant; the tests of the single rules say what it says.
  testPathIgnorePatterns: ['/node_modules/', 'decision-space'],
};
