import type { z } from 'zod';

/** What a simulated service learns when a template creates one of its resources. */
export interface Placement {
  readonly region: string;
  readonly account: string;
  readonly stack: string;
  readonly logicalId: string;
  /** The directory of the cloud assembly, for assets. */
  readonly assemblyDir: string;
}

/** What `Ref` and `Fn::GetAtt` answer for a created resource. */
export interface Created {
  readonly ref: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/**
 * How a CloudFormation resource type is created in the simulated AWS. `properties` is a strict schema, so that a
 * property nobody simulates is an error that names it; a property without effect here is listed in `inert` with the reason.
 */
export interface ResourceType {
  readonly type: string;
  readonly properties: z.ZodType;
  readonly create: (properties: never, placement: Placement) => Created;
}

/** Declares a resource type, typed by its property schema. */
export const resourceType = <S extends z.ZodType>(
  type: string,
  properties: S,
  create: (properties: z.output<S>, placement: Placement) => Created,
): ResourceType => ({ type, properties, create }) as ResourceType;
