/** A resource of a synthesized template. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly [section: string]: unknown;
}

export const ACCOUNT = '111122223333';

/** The resources of a type, with properties as they are once deployed to `region`. */
export const resourcesOf = (template: Template, region: string, type: string): Resource[] =>
  Object.values(template.Resources)
    .filter(({ Type }) => Type === type)
    .map((resource) => ({ ...resource, Properties: deployed(resource.Properties, template, region) }));

/** A value with its intrinsic functions replaced by what they give once deployed to `region`. */
export const deployed = <T>(value: T, template: Template, region: string): T =>
  resolve(value, { template, region }) as T;

interface Place {
  readonly template: Template;
  readonly region: string;
}

const resolve = (value: unknown, place: Place): unknown => {
  if (Array.isArray(value)) return value.map((item) => resolve(item, place));
  if (typeof value !== 'object' || value === null) return value;
  const [[key, argument] = ['', undefined], ...more] = Object.entries(value);
  if (more.length === 0 && key === 'Ref') return ref(argument as string, place);
  if (more.length === 0 && key === 'Fn::GetAtt') return arn((argument as [string, string])[0], place);
  if (more.length === 0 && key === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map((part) => resolve(part, place)).join(separator);
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, place)]));
};

/** Types whose `Ref` is a name that a property gives; the others' is the ARN, or the logical id. */
const NAMED_BY: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
};

const ref = (id: string, place: Place): string => {
  const pseudo = { 'AWS::Partition': 'aws', 'AWS::AccountId': ACCOUNT, 'AWS::Region': place.region }[id];
  if (pseudo !== undefined) return pseudo;
  const { Type, Properties } = find(id, place);
  const name = NAMED_BY[Type];
  return name === undefined ? arn(id, place) : String(resolve(Properties[name], place));
};

const arn = (id: string, place: Place): string => {
  const { Type, Properties } = find(id, place);
  const at = (service: string, rest: string) => `arn:aws:${service}:${place.region}:${ACCOUNT}:${rest}`;
  const named = (name: string) => String(resolve(Properties[name], place));
  switch (Type) {
    case 'AWS::Lambda::Function':
      return at('lambda', `function:${named('FunctionName')}`);
    case 'AWS::Lambda::Version':
      return at('lambda', `function:${named('FunctionName')}:1`);
    case 'AWS::StepFunctions::StateMachine':
      return at('states', `stateMachine:${named('StateMachineName')}`);
    case 'AWS::Logs::LogGroup':
      return at('logs', `log-group:${named('LogGroupName')}:*`);
    case 'AWS::SNS::Topic':
      return at('sns', named('TopicName'));
    case 'AWS::CloudWatch::Alarm':
      return at('cloudwatch', `alarm:${named('AlarmName')}`);
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${named('BucketName')}`;
    default:
      return at(Type, id);
  }
};

const find = (id: string, { template }: Place): Resource => {
  const resource = template.Resources[id];
  if (!resource) throw new Error(`no resource ${id}`);
  return resource;
};
