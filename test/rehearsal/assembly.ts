import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize, type Assembly } from '../../rehearsal/synthesize';
import { quickStart } from '../quick-start';

/** A resource of a template, as far as tests edit it. */
export interface TemplateResource {
  Type: string;
  Properties: Record<string, unknown>;
}

export type Template = { Resources: Record<string, TemplateResource> };

/** The quick start's assembly, synthesized for one test file; `remove` it at the end. */
export const quickStartAssembly = (): Assembly => synthesize(quickStart());

/** Changes one template of an assembly for as long as `during` takes. */
export const withTemplate = async <T>(
  { dir }: Assembly,
  stack: string,
  edit: (template: Template) => void,
  during: () => Promise<T>,
): Promise<T> => {
  const file = join(dir, `${stack}.template.json`);
  const original = readFileSync(file, 'utf8');
  const template = JSON.parse(original) as Template;
  edit(template);
  const edited = JSON.stringify(template);
  if (edited === JSON.stringify(JSON.parse(original))) throw new Error(`the edit of ${stack} changed nothing`);
  writeFileSync(file, edited);
  try {
    return await during();
  } finally {
    writeFileSync(file, original);
  }
};

/** The resources of a type, with their logical ids. */
export const resourcesOf = ({ Resources }: Template, type: string): [string, TemplateResource][] =>
  Object.entries(Resources).filter(([, { Type }]) => Type === type);
