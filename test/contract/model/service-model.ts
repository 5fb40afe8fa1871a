import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A type in a service model, as far as we check it. https://smithy.io/2.0/spec/simple-types.html */
export interface Shape {
  readonly type: 'structure' | 'list' | 'map' | 'string' | 'blob' | 'boolean' | 'timestamp' | NumberType;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  /** Of a list, and the key and value of a map. */
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly enum?: readonly string[];
  /** Of a structure: exactly one member is set. */
  readonly union?: boolean;
  /** Of an error. */
  readonly error?: { readonly httpStatusCode?: number };
}

type NumberType = 'integer' | 'long' | 'float' | 'double';

/** AWS's own description of a service, as botocore ships it. */
export interface ServiceModel {
  readonly metadata: { readonly apiVersion: string };
  readonly operations: Readonly<Record<string, ModelledOperation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** One operation: its input and output shapes, and the errors that it declares. */
export interface ModelledOperation {
  readonly input?: { readonly shape: string };
  readonly output?: { readonly shape: string };
  readonly errors?: readonly { readonly shape: string }[];
}

/** Reads the newest model of a service from botocore's folder, such as `…/site-packages/botocore`. */
export const readModel = (botocore: string, service: string): ServiceModel => {
  const folder = join(botocore, 'data', service);
  const newest = readdirSync(folder).sort().at(-1) ?? '';
  const file = join(folder, newest, 'service-2.json');
  const text = existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`));
  return JSON.parse(text.toString('utf8')) as ServiceModel;
};

/** The operation; throws where the model has none of that name. */
export const modelledOperation = ({ operations }: ServiceModel, name: string): ModelledOperation => {
  const found = operations[name];
  if (found) return found;
  throw new Error(`AWS's model has no operation ${name}; it has ${Object.keys(operations).join(', ')}`);
};

/** The shape; throws where a model names one that it does not define. */
export const shapeNamed = ({ shapes }: ServiceModel, name: string): Shape => {
  const found = shapes[name];
  if (found) return found;
  throw new Error(`AWS's model defines no shape ${name}`);
};
