import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import type { Outside } from '../../../lambdas/outside';

/** What a handler's module exports beside `handler`: the same function, made for a given environment. */
export interface HandlerModule {
  create(env: Readonly<Record<string, string | undefined>>, outside: Outside): (event: unknown) => Promise<unknown>;
}

/** Finds the code of a function: `handler` is the template's `Handler`, such as `observe.handler`. */
export type LoadHandler = (handler: string, codeDir: string) => Promise<HandlerModule>;

const handlerModule = z.looseObject({
  create: z.custom<HandlerModule['create']>((value) => typeof value === 'function', 'the module exports no create'),
});

/** Loads the bundle that the assembly holds, or, where the app was synthesized without bundling, the source. */
export const loadHandler: LoadHandler = async (handler, codeDir) => {
  const name = handler.replace(/\.handler$/, '');
  const bundle = join(codeDir, `${name}.js`);
  if (existsSync(bundle)) return handlerModule.parse(createRequire(bundle)(bundle));
  const known = sources.get(name) ?? handlerModule.parse(await loadSource(name, bundle));
  sources.set(name, known);
  return known;
};

/** Even a module that is loaded already is asked of the loader's own thread, which took a tenth of a soak's time. */
const sources = new Map<string, HandlerModule>();

const loadSource = async (name: string, bundle: string): Promise<unknown> => {
  try {
    // In one piece, so that whoever bundles the rehearsal knows what may be asked for.
    return await import(`../../../lambdas/handlers/${name}.ts`);
  } catch (cause) {
    throw new Error(
      `${name}: there is no ${bundle}, and lambdas/handlers/${name}.ts cannot be loaded (${String(cause)})`,
    );
  }
};
