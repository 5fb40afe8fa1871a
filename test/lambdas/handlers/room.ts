import type { Environment } from '../../../lambdas/handlers/lambda';
import type { Outside } from '../../../lambdas/outside';
import type { Stage } from '../stage';

/** A handler's module, as far as it matters here. */
export interface HandlerModule {
  readonly create: (env: Environment, outside: Outside) => (event: unknown) => Promise<unknown>;
}

/** Calls a function in a Region once, in an environment of its own. */
export const call = (stage: Stage, handler: HandlerModule, region: string, event: unknown): Promise<unknown> =>
  handler.create(stage.environment(region), stage.outside(region))(event);
