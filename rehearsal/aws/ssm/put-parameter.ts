import { ParameterAlreadyExists, ParameterTier, PutParameterCommand } from '@aws-sdk/client-ssm';
import { NotSimulated, onlyFields } from '../not-simulated';
import { operation } from '../operation';
import { plainName, VALUE_BYTES_MAX, type Parameters } from './parameters';
import { badRequest, validation } from './validation';

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
export const putParameter = (
  parameters: Parameters,
  wasPut: (region: string, parameter: string, value: string, id: string) => void,
) =>
  operation(PutParameterCommand, {
    authorize: ({ Name }, { region }) => [
      { action: 'ssm:PutParameter', resource: parameters.arn(region, plainName(Name)) },
    ],
    latency: 'api.write',
    effect: ({ Name }) => Name,
    run: (input, { world, region, id }) => {
      onlyFields('PutParameter', input, ['Name', 'Value', 'Type', 'Overwrite', 'Description']);
      const name = plainName(input.Name);
      const value = input.Value ?? '';
      assertValue(value);
      if (input.Type && input.Type !== 'String')
        throw new NotSimulated(`PutParameter.Type ${input.Type} is not simulated; allowed is String`);
      const exists = parameters.get(region, name) !== undefined;
      if (exists && !input.Overwrite) throw alreadyExists();
      if (!exists && !input.Type) throw validation('A parameter type is required when you create a parameter.');
      const { version } = parameters.put(region, name, value, world.clock.now());
      wasPut(region, name, value, id);
      return { Version: version, Tier: ParameterTier.STANDARD };
    },
  });

const assertValue = (value: string): void => {
  if (value === '')
    throw validation(
      "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
  if (Buffer.byteLength(value) > VALUE_BYTES_MAX)
    throw validation(`Standard tier parameters support a maximum parameter value of ${VALUE_BYTES_MAX} characters.`);
};

const alreadyExists = () =>
  new ParameterAlreadyExists({
    message: 'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    $metadata: badRequest,
  });
