import { placeOf, type Part } from './part';

/** Parts of templates that no scenario notices, and why they are there nevertheless. */
export interface Listed {
  /** A resource type; absent: all. */
  readonly type?: string;
  /** Which resources of that type, by logical id; absent: all. */
  readonly resource?: RegExp;
  /** Where in its resource a part stands, as `placeOf` tells it; empty for the resource itself. */
  readonly place: RegExp;
  /** What the part must say. */
  readonly holds?: RegExp;
  readonly because: string;
}

/** Whether an entry speaks of this part. */
export const speaksOf = ({ type, resource, place, holds }: Listed, part: Part): boolean =>
  (type === undefined || type === part.type) &&
  (resource?.test(String(part.path[1])) ?? true) &&
  place.test(placeOf(part.path)) &&
  (holds?.test(part.text) ?? true);

const WHOLE = /^$/;
const STATEMENT = /^Policies\[\d+\]\.PolicyDocument\.Statement\[\d+\]$/;
const FUNCTION = 'AWS::Lambda::Function';
const BUCKET = 'AWS::S3::Bucket';
const TABLE = 'AWS::DynamoDB::GlobalTable';

const forPeople: readonly Listed[] = [
  { place: /(^|\.)\w*Tags$/, because: 'tags are for people and bills; no policy of ours reads them' },
  { place: /Description$|^DisplayName$|\.Sid$/, because: 'descriptions are for people' },
  { place: /^Metadata$/, because: 'metadata is for people and tools' },
  { type: 'AWS::CloudWatch::Dashboard', place: WHOLE, because: 'a dashboard is for people' },
  { type: 'AWS::Logs::LogGroup', place: /^(LogGroupName|RetentionInDays)$/, because: 'logs are for people' },
  { type: FUNCTION, place: /^(LoggingConfig|TracingConfig)$/, because: 'logs and traces are for people' },
  {
    type: 'AWS::StepFunctions::StateMachine',
    place: /^(LoggingConfiguration|TracingConfiguration)$/,
    because: 'logs and traces are for people',
  },
  { type: 'AWS::IAM::Role', place: STATEMENT, holds: /"(xray|logs):/, because: 'logs and traces are for people' },
  { type: FUNCTION, place: /^FunctionName$/, because: 'people look for it by name; callers have its ARN' },
  { type: 'AWS::Lambda::LayerVersion', place: /^LayerName$/, because: 'people look for it by name' },
  { type: 'AWS::Scheduler::Schedule', place: /^Name$/, because: 'people look for it by name' },
  { type: 'AWS::Events::Rule', place: /^Name$/, because: 'people look for it by name' },
];

const protectsFromPeople: readonly Listed[] = [
  {
    place: /^(Deletion|UpdateReplace)Policy$/,
    because: 'a rehearsal deletes and replaces no resource; test/statemachines holds that versions are retained',
  },
  {
    type: TABLE,
    place: /\.(DeletionProtectionEnabled|PointInTimeRecoverySpecification)$/,
    because: 'it protects the table from people, and nobody deletes tables in a rehearsal',
  },
  { type: 'AWS::KMS::Key', place: /^EnableKeyRotation$/, because: 'keys do not age in a rehearsal' },
  {
    type: BUCKET,
    place: /^(BucketEncryption|ObjectLock\w+|OwnershipControls|PublicAccessBlockConfiguration)(\.|$)/,
    because: 'it protects evidence from people, and nobody attacks it in a rehearsal',
  },
  {
    type: BUCKET,
    place: /^VersioningConfiguration$/,
    because: 'object lock, which protects evidence, asks for it',
  },
  { type: 'AWS::S3::BucketPolicy', place: WHOLE, because: 'it refuses calls without TLS, and the SDK makes none' },
  { type: 'AWS::SNS::TopicPolicy', place: WHOLE, because: 'it refuses calls without TLS, and the SDK makes none' },
  { type: 'AWS::SNS::Topic', place: /^KmsMasterKeyId$/, because: 'it encrypts notices at rest; nobody steals them' },
  {
    type: 'AWS::IAM::Role',
    place: /\.Condition(\.|$)/,
    because: 'a condition narrows what is allowed, and no function asks for more; test/lib/permissions holds it',
  },
];

const notSimulated: readonly Listed[] = [
  { place: /^DependsOn$/, because: 'the simulated AWS has a role ready as soon as it is created; the real one not' },
  { type: FUNCTION, place: /^(Architectures|MemorySize)$/, because: 'processors and memory are not simulated' },
  { type: TABLE, place: /^StreamSpecification$/, because: 'CDK writes it for every table with replicas' },
  {
    type: 'AWS::Scheduler::Schedule',
    place: /^Target\.RetryPolicy(\.|$)/,
    because: 'every delivery of the simulated Scheduler arrives; without it, a start would be retried for a day',
  },
  {
    type: FUNCTION,
    place: /^Timeout$/,
    holds: /^25$/,
    because:
      'without it a step has 3 s, which is enough for AWS as simulated on a good day; its own calls time out first',
  },
  {
    type: 'AWS::CloudWatch::Alarm',
    place: /^(TreatMissingData|DatapointsToAlarm)$/,
    because: 'what CloudWatch does without it is nearly the same, and S3 must not depend on a default',
  },
  {
    type: 'AWS::Scheduler::Schedule',
    place: /^ScheduleExpressionTimezone$/,
    because: 'UTC is what the Scheduler takes by default, and a time without its zone is read wrongly by people',
  },
  {
    type: 'AWS::Scheduler::Schedule',
    resource: /^backupsmeasureeveryhour/,
    place: WHOLE,
    because:
      'it comes due once an hour, and no rehearsal lasts for so long; test/lib/backup-stack holds that it is there',
  },
  {
    type: FUNCTION,
    resource: /^watchholdswitch/,
    place: /^Timeout$/,
    because: 'a switch that hears nothing keeps its last word, and no start of its loop is late but for one minute',
  },
  {
    type: 'AWS::Route53::RecordSet',
    resource: /uswest2$/,
    place: /^HealthCheckId$/,
    because: 'it keeps users where they are if the switch of the first Region turns off by itself, and none does (S24)',
  },
];

/** A part is looked up before it is deleted; what stands inside of a listed part is not deleted by itself. */
export const listed: readonly Listed[] = [...forPeople, ...protectsFromPeople, ...notSimulated];
