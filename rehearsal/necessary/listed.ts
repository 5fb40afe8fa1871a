import { placeOf, type Part } from './part';

/** Parts of templates that no scenario notices, and why they are there nevertheless. */
export interface Listed {
  /** A resource type; absent: all. */
  readonly type?: string;
  /** Where in its resource a part stands, as `placeOf` tells it; empty for the resource itself. */
  readonly place: RegExp;
  /** What the part must say. */
  readonly holds?: RegExp;
  readonly because: string;
}

/** Whether an entry speaks of this part. */
export const speaksOf = ({ type, place, holds }: Listed, part: Part): boolean =>
  (type === undefined || type === part.type) && place.test(placeOf(part.path)) && (holds?.test(part.text) ?? true);

const WHOLE = /^$/;
const STATEMENT = /^Policies\[\d+\]\.PolicyDocument\.Statement\[\d+\]$/;

/** A part is looked up before it is deleted; what stands inside of a listed part is not deleted by itself. */
export const listed: readonly Listed[] = [
  { place: /^(\w+\.)*\w*Tags$|\.Tags$/, because: 'tags are for people and bills; no policy of ours reads them' },
  { place: /Description$|^DisplayName$/, because: 'descriptions are for people' },
  { place: /^Metadata$/, because: 'metadata is for people and tools' },
  {
    place: /^(Deletion|UpdateReplace)Policy$/,
    because: 'a rehearsal never deletes or replaces a resource; test/statemachines shows that versions are retained',
  },
  { place: /^DependsOn$/, because: 'the simulated AWS has a role ready as soon as it is created; the real one not' },
  { type: 'AWS::Logs::LogGroup', place: /^(LogGroupName|RetentionInDays)$/, because: 'logs are for people' },
  { type: 'AWS::CloudWatch::Dashboard', place: WHOLE, because: 'a dashboard is for people' },
  {
    type: 'AWS::Lambda::Function',
    place: /^(LoggingConfig|TracingConfig)$/,
    because: 'logs and traces are for people',
  },
  {
    type: 'AWS::Lambda::Function',
    place: /^(Architectures|MemorySize)$/,
    because: 'processors and memory are not simulated',
  },
  {
    type: 'AWS::StepFunctions::StateMachine',
    place: /^(LoggingConfiguration|TracingConfiguration)$/,
    because: 'logs and traces are for people',
  },
  { type: 'AWS::IAM::Role', place: STATEMENT, holds: /"(xray|logs):/, because: 'logs and traces are for people' },
];
