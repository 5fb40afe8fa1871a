import { z } from 'zod';
import { s3Asset } from '../../deploy/assets';
import { tags } from '../tags';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html */
export const functionProperties = z.strictObject({
  FunctionName: z.string().max(64).optional(),
  Handler: z.string().regex(/^[\w-]+\.handler$/, 'a handler is written as <file>.handler'),
  Code: s3Asset,
  Role: z.string(),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()).default({}) }).prefault({}),
  Timeout: z.int().min(1).max(900).default(3),
  Layers: z.array(z.string()).default([]),
  ReservedConcurrentExecutions: z.int().min(0).optional(),
  // Inert: the rehearsal itself runs on one runtime.
  Runtime: z.string().regex(/^nodejs\d+\.x$/, 'only Node.js functions can be rehearsed'),
  Architectures: z.array(z.enum(['arm64', 'x86_64'])).optional(),
  // Inert: memory is not measured.
  MemorySize: z.int().min(128).max(10_240).optional(),
  // Inert: the rehearsal has its own trace and log.
  TracingConfig: z.strictObject({ Mode: z.enum(['Active', 'PassThrough']) }).optional(),
  LoggingConfig: z
    .strictObject({
      LogGroup: z.string().optional(),
      LogFormat: z.enum(['JSON', 'Text']).optional(),
      ApplicationLogLevel: z.string().optional(),
      SystemLogLevel: z.string().optional(),
    })
    .optional(),
  // Inert: for people.
  Description: z.string().optional(),
  Tags: tags.optional(),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-version.html */
export const versionProperties = z.strictObject({
  FunctionName: z.string(),
  // Inert: for people.
  Description: z.string().optional(),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-layerversion.html */
export const layerVersionProperties = z.strictObject({
  LayerName: z.string().optional(),
  Content: s3Asset,
  // Inert: the rehearsal itself runs on one runtime.
  CompatibleRuntimes: z.array(z.string()).optional(),
  CompatibleArchitectures: z.array(z.string()).optional(),
  // Inert: for people.
  Description: z.string().optional(),
  LicenseInfo: z.string().optional(),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html */
export const permissionProperties = z.strictObject({
  Action: z.literal('lambda:InvokeFunction'),
  FunctionName: z.string(),
  Principal: z.string().endsWith('.amazonaws.com', 'only services are given permission in a rehearsal'),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});
