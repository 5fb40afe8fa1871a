const base = require('./jest.config.js');

/** The unit tests that mutants are held against; .ci/mutation runs them. @type {import('jest').Config} */
module.exports = {
  ...base,
  roots: ['<rootDir>/test/mutation'],
  testMatch: ['**/*.mutation.ts'],
  testEnvironment: require.resolve('./jest.mutation-environment.config.js'),
};
