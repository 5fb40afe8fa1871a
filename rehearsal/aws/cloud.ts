import type { World } from '../world/world';
import type { ApplicationFunctions, Ecs, Lambda, StepFunctions } from './services/compute';
import type { Ec2, Route53 } from './services/network';
import type { Iam, Kms, SecretsManager } from './services/security';
import type { CloudWatch, EventBridge, Scheduler, Sns } from './services/signals';
import type { DynamoDb, Rds, S3, Ssm } from './services/storage';

/** The simulated AWS: one account, every Region. State lives in the services; nothing else is global. */
export interface Cloud {
  readonly world: World;
  readonly account: string;
  readonly iam: Iam;
  readonly dynamodb: DynamoDb;
  readonly cloudwatch: CloudWatch;
  readonly events: EventBridge;
  readonly scheduler: Scheduler;
  readonly lambda: Lambda;
  readonly states: StepFunctions;
  readonly rds: Rds;
  readonly ecs: Ecs;
  readonly ec2: Ec2;
  readonly functions: ApplicationFunctions;
  readonly route53: Route53;
  readonly ssm: Ssm;
  readonly s3: S3;
  readonly sns: Sns;
  readonly secrets: SecretsManager;
  readonly kms: Kms;
}
