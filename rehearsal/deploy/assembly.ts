import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DeployFault } from './deploy-fault';
import { inOrder } from './in-order';
import { explainIssues, parseTemplate, type Template } from './template';
import { whileUnchanged } from './while-unchanged';

/** A stack of a cloud assembly, ready to be deployed into its Region. */
export interface Stack {
  readonly name: string;
  readonly region: string;
  readonly template: Template;
}

const stackArtifact = z.object({
  type: z.literal('aws:cloudformation:stack'),
  environment: z.string(),
  properties: z.object({ templateFile: z.string(), stackName: z.string().optional() }),
  dependencies: z.array(z.string()).default([]),
});
/** Inert here: assets are found through their own files; the rest is for people and tools. */
const otherArtifact = z.object({ type: z.enum(['cdk:asset-manifest', 'cdk:tree', 'cdk:feature-flag-report']) });
const manifest = z.object({
  artifacts: z.record(z.string(), z.discriminatedUnion('type', [stackArtifact, otherArtifact])),
});
type StackArtifact = z.output<typeof stackArtifact>;

/**
 * Reads the stacks of a cloud assembly (`cdk.out`), each after those it depends on.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/cloud-assembly-schema-readme.html
 */
export const readAssembly = (dir: string): Stack[] => {
  const { artifacts } = parse(dir);
  const stacks = new Map(
    Object.entries(artifacts).flatMap(([id, artifact]) =>
      artifact.type === 'aws:cloudformation:stack' ? [[id, artifact] as const] : [],
    ),
  );
  const needs = (id: string) => (stacks.get(id)?.dependencies ?? []).filter((other) => stacks.has(other));
  const cycle = (ids: readonly string[]) => new DeployFault(dir, `stacks need each other: ${ids.join(' → ')}`);
  return inOrder([...stacks.keys()], needs, cycle).map((id) => readStack(dir, id, stacks.get(id) as StackArtifact));
};

const parse = (dir: string): z.output<typeof manifest> => {
  const file = join(dir, 'manifest.json');
  const parsed = manifest.safeParse(JSON.parse(read(file)));
  if (parsed.success) return parsed.data;
  throw new DeployFault(file, explainIssues(parsed.error));
};

const readStack = (dir: string, id: string, { environment, properties }: StackArtifact): Stack => {
  const name = properties.stackName ?? id;
  const region = /^aws:\/\/[^/]+\/([^/]+)$/.exec(environment)?.[1];
  if (!region || region === 'unknown-region') {
    throw new DeployFault(name, `environment ${environment} names no Region; give the stack an env with one`);
  }
  return { name, region, template: templateIn(join(dir, properties.templateFile), name) };
};

const templateIn = whileUnchanged((file, stack: string) => parseTemplate(stack, read(file)));

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new DeployFault(file, 'cannot be read; give the directory that cdk synth wrote');
  }
};
