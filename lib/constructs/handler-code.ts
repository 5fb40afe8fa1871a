import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundle, LAMBDAS } from '../bundle';

/** The code of one handler; its hash is that of the bundle, so that a function changes only when its own code does. */
export const handlerCode = (name: string): Code =>
  Code.fromAsset(LAMBDAS, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // CDK asks for an image even where bundling is always local; the command tells one handler's asset from another's.
      image: DockerImage.fromRegistry('unused'),
      command: [name],
      local: {
        tryBundle: (outputDir) => {
          bundle([name], outputDir);
          return true;
        },
      },
    },
  });
