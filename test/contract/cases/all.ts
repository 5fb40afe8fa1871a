import type { ServiceContract } from '../contract-case';
import { cloudwatch } from './cloudwatch';
import { dynamodb } from './dynamodb';
import { ec2 } from './ec2';
import { ecs } from './ecs';
import { eventBridge } from './eventbridge';
import { lambda } from './lambda';
import { rds } from './rds';
import { s3 } from './s3';
import { secretsManager } from './secrets-manager';
import { sns } from './sns';
import { ssm } from './ssm';
import { stepFunctions } from './step-functions';

/** Every service that Understudy calls, with the cases in which it is held against others' knowledge of AWS. */
export const contracts: readonly ServiceContract[] = [
  cloudwatch,
  dynamodb,
  ec2,
  ecs,
  eventBridge,
  lambda,
  rds,
  s3,
  secretsManager,
  sns,
  ssm,
  stepFunctions,
];
