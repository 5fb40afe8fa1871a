import { z } from 'zod';
import type { Json } from '../asl/json';
import { DeployFault } from './deploy-fault';

const json: z.ZodType<Json> = z.json();

/** A resource as a template writes it, its functions unresolved. */
const resource = z.strictObject({
  Type: z.string(),
  Properties: z.record(z.string(), json).default({}),
  DependsOn: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((ids) => [ids].flat()),
  Condition: z.string().optional(),
  // Inert: for people and tools.
  Metadata: json.optional(),
  // Inert: a rehearsal creates stacks, and never deletes or updates one.
  DeletionPolicy: z.enum(['Retain', 'Delete', 'RetainExceptOnCreate', 'Snapshot']).optional(),
  UpdateReplacePolicy: z.enum(['Retain', 'Delete', 'Snapshot']).optional(),
});

const parameter = z.strictObject({
  Type: z.string(),
  Default: z.string().optional(),
  // Inert: for people.
  Description: z.string().optional(),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html */
const template = z.strictObject({
  AWSTemplateFormatVersion: z.literal('2010-09-09').optional(),
  Resources: z.record(z.string(), resource),
  Parameters: z.record(z.string(), parameter).default({}),
  Conditions: z.record(z.string(), json).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), json))).default({}),
  Outputs: z.record(z.string(), z.strictObject({ Value: json, Description: z.string().optional() })).default({}),
  // Inert: it asks for a bootstrapped account, and what it would ask of is not simulated.
  Rules: z.strictObject({ CheckBootstrapVersion: json.optional() }).optional(),
  // Inert: for people and tools.
  Description: z.string().optional(),
  Metadata: json.optional(),
});

export type Template = z.output<typeof template>;
export type TemplateResource = z.output<typeof resource>;

/** Reads a template; a section or a resource attribute that the rehearsal does not know is a `DeployFault`. */
export const parseTemplate = (stack: string, text: string): Template => {
  const parsed = template.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new DeployFault(stack, explainIssues(parsed.error));
};

/** One line for all that a schema found, each with its path. */
export const explainIssues = (error: z.ZodError): string => linesOf(error.issues, []).join('; ');

const linesOf = (issues: readonly z.core.$ZodIssue[], above: readonly PropertyKey[]): string[] =>
  issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    // The alternative of a union that fits deepest is the one that was meant.
    const [meant] = issue.code === 'invalid_union' ? [...issue.errors].sort((a, b) => depth(b) - depth(a)) : [];
    if (meant) return linesOf(meant, path);
    return [path.length > 0 ? `${path.map(String).join('.')}: ${issue.message}` : issue.message];
  });

const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(...issues.map(({ path }) => path.length));
