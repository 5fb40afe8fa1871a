import type { Fault } from './fault';
import { oneOf, regionsOf } from './places';
import { refuseCalls } from './refuse-calls';

/** Services whose calls a run needs. */
const SERVICES = ['dynamodb', 'cloudwatch', 'rds', 'ecs', 'ssm', 's3', 'sns', 'secretsmanager'];

/** Credentials have expired, or somebody changed a policy. */
export const denyCalls: Fault = {
  name: 'deny-calls',
  id: 'F25',
  summary: 'one service of one Region denies every call',
  passes: true,
  strike: ({ cloud: { world }, plan }, draw) => {
    const service = oneOf(SERVICES, draw());
    const denying = oneOf(regionsOf(plan), draw());
    const isDenied = (call: { readonly service: string; readonly region: string }) =>
      call.service === service && call.region === denying;
    return refuseCalls(world, isDenied, ({ denied }) => denied);
  },
};
