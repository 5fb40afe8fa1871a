import { GetParameterCommand, ParameterNotFound, ParameterType } from '@aws-sdk/client-ssm';
import { onlyFields } from '../not-simulated';
import { operation } from '../operation';
import { plainName, type Parameters } from './parameters';
import { badRequest } from './validation';

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html */
export const getParameter = (parameters: Parameters) =>
  operation(GetParameterCommand, {
    authorize: ({ Name }, { region }) => [
      { action: 'ssm:GetParameter', resource: parameters.arn(region, plainName(Name)) },
    ],
    latency: 'api.read',
    run: (input, { region }) => {
      // Values of type String are not encrypted, so decryption changes nothing.
      onlyFields('GetParameter', input, ['Name', 'WithDecryption']);
      const name = plainName(input.Name);
      const parameter = parameters.get(region, name);
      if (!parameter) throw new ParameterNotFound({ message: `Parameter ${name} not found.`, $metadata: badRequest });
      return {
        Parameter: {
          ARN: parameters.arn(region, name),
          Name: name,
          Type: ParameterType.STRING,
          Value: parameter.value,
          Version: parameter.version,
          LastModifiedDate: new Date(parameter.modifiedAt),
          DataType: 'text',
        },
      };
    },
  });
