const { TestEnvironment } = require('jest-environment-node');

/** One failed test kills a mutant, so the tests after it are skipped; Stryker keeps Jest's own `bail` off. */
module.exports = class extends TestEnvironment {
  handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure' || name === 'hook_failure') this.hasFailed = true;
    if (name === 'test_start' && this.hasFailed) test.mode = 'skip';
  }
};
