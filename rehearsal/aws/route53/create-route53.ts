import { resourceType } from '../../deploy/resource-type';
import type { World } from '../../world/world';
import type { Route53 } from '../services/network';
import type { CloudWatch } from '../services/signals';
import type { WaysOut } from '../lambda/environment';
import { uuid } from '../uuid';
import { createCalculatedCheck } from './calculated-check';
import { chooseRecord } from './choose-record';
import { createEndpointCheck } from './endpoint-check';
import { healthCheckProperties, type HealthCheck } from './health-check';
import { createMetricCheck } from './metric-check';
import { canonical, recordProperties, toRecord, type DnsRecord } from './record';

/**
 * Route 53's data plane: health checks and the answers of its name servers. It has no operations, because nothing of
 * ours may call its control plane, which lives in us-east-1 alone (S7, S21).
 */
export const createRoute53 = (
  world: World,
  cloudwatch: Pick<CloudWatch, 'judge' | 'judgedBy'>,
  http: WaysOut['http'],
): Route53 => {
  const zones = new Map<string, string>();
  const checks = new Map<string, HealthCheck>();
  const records: DnsRecord[] = [];
  const find = (id: string) => checks.get(id);

  return {
    operations: [],
    resourceTypes: [
      resourceType('AWS::Route53::HealthCheck', healthCheckProperties, (properties, { logicalId }) => {
        const { HealthCheckConfig: config, HealthCheckTags } = properties;
        const identity = {
          id: uuid(world.random('route53 ids')),
          name: HealthCheckTags.find(({ Key }) => Key === 'Name')?.Value ?? logicalId,
        };
        const check = ((): HealthCheck => {
          switch (config.Type) {
            case 'CALCULATED':
              return createCalculatedCheck(world, find, identity, config);
            case 'CLOUDWATCH_METRIC':
              return createMetricCheck(world, cloudwatch, identity, config);
            case 'HTTP':
            case 'HTTPS':
              return createEndpointCheck(world, http, identity, config);
          }
        })();
        checks.set(check.id, check);
        return { ref: check.id, attributes: { HealthCheckId: check.id } };
      }),
      resourceType('AWS::Route53::RecordSet', recordProperties, (properties) => {
        const record = toRecord(properties, zones, records, find);
        records.push(record);
        return { ref: record.name };
      }),
    ],
    adoptZone: (id, name) => void zones.set(id, canonical(name)),
    answer: (name, type) => {
      const found = records.filter((record) => record.name === canonical(name) && record.type === type);
      const chosen = chooseRecord(found, world.random('route53'));
      return chosen?.values.map((value) => ({ value, ttlSeconds: chosen.ttlSeconds })) ?? [];
    },
  };
};
