/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  transform: { '\\.m?[jt]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }] },
  // @middy/core ships only ES modules.
  transformIgnorePatterns: ['/node_modules/(?!@middy/)'],
  testTimeout: 60_000,
};
