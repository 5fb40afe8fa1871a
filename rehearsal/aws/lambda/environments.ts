import type { World } from '../../world/world';
import { drawMs } from '../latencies';
import { regionalClock } from '../regional-clock';
import { startEnvironment, type Environment, type WaysOut } from './environment';
import { asFunctionFault, FunctionFault } from './function-fault';
import type { LoadHandler } from './load-handler';
import type { FunctionSettings } from './store';

/** The execution environments of every function: idle ones are used again, and more are started as needed. */
export interface Environments {
  /** Waits for an environment; `FunctionFault` beyond the function's reserved concurrency, or if it cannot start. */
  take(settings: FunctionSettings, qualifiedArn: string): Promise<Environment>;
  /** Gives an environment back; one that was frozen is never used again. */
  giveBack(settings: FunctionSettings, qualifiedArn: string, environment: Environment, reusable: boolean): void;
}

export const createEnvironments = (world: World, ways: WaysOut, load: LoadHandler): Environments => {
  const idle = new Map<string, Environment[]>();
  const busy = new Map<string, number>();
  const count = ({ arn }: FunctionSettings, change: number) => busy.set(arn, (busy.get(arn) ?? 0) + change);
  const takeIdle = ({ name, region }: FunctionSettings, qualifiedArn: string): Environment | undefined => {
    const isReplaced = ({ sinceMs }: Environment) => world.faults.environmentReplaced?.({ name, region, sinceMs });
    const kept = (idle.get(qualifiedArn) ?? []).filter((one) => !isReplaced(one));
    const warm = kept.pop();
    idle.set(qualifiedArn, kept);
    return warm;
  };
  return {
    take: async (settings, qualifiedArn) => {
      if ((busy.get(settings.arn) ?? 0) >= settings.concurrencyMax) {
        throw new FunctionFault('Lambda.TooManyRequestsException', 'Rate Exceeded.');
      }
      count(settings, 1);
      const warm = takeIdle(settings, qualifiedArn);
      const { sleep } = regionalClock(world, settings.region);
      await sleep(drawMs(world, warm ? 'lambda.warm-start' : 'lambda.cold-start'));
      if (warm) return warm;
      try {
        return startEnvironment(
          world,
          settings,
          ways,
          await standingStill(world, load(settings.handler, settings.codeDir)),
        );
      } catch (fault) {
        count(settings, -1);
        throw asFunctionFault(fault);
      }
    },
    giveBack: (settings, qualifiedArn, environment, reusable) => {
      count(settings, -1);
      if (reusable) idle.set(qualifiedArn, [...(idle.get(qualifiedArn) ?? []), environment]);
    },
  };
};

/** Reading code from the disk takes real time, during which virtual time must not pass. */
const standingStill = async <T>({ busy }: World, reading: Promise<T>): Promise<T> => {
  busy.sends += 1;
  try {
    return await reading;
  } finally {
    busy.sends -= 1;
  }
};
