const base = require('./jest.config.js');

/** The tests that play one rehearsal after the other; `npm run check` runs them beside `npm test`. @type {import('jest').Config} */
module.exports = { ...base, testMatch: ['**/*.rehearsal.ts'] };
