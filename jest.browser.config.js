const base = require('./jest.config.js');

/** The tests that need a browser; .ci/pages runs them. @type {import('jest').Config} */
module.exports = { ...base, roots: ['<rootDir>/test/browser'], testMatch: ['**/*.browser.ts'] };
