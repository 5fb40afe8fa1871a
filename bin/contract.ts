import { runContractTests } from '../test/contract/run-contract-tests';

void runContractTests(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
