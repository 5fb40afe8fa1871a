const base = require('./jest.config.js');

/** The contract tests, which need moto; bin/contract.ts runs them. @type {import('jest').Config} */
module.exports = { ...base, roots: ['<rootDir>/test/contract'], testMatch: ['**/*.contract.ts'] };
