import { InvalidChangeBatch, NoSuchHealthCheck, NoSuchHostedZone } from '@aws-sdk/client-route-53';
import { z } from 'zod';
import type { HealthCheck } from './health-check';

/** A record of a hosted zone; weighted, or one of a failover pair, where it has a `setIdentifier`. */
export interface DnsRecord {
  /** Lower case, ending in a dot. */
  readonly name: string;
  readonly type: 'A' | 'CNAME' | 'TXT';
  readonly ttlSeconds: number;
  readonly values: readonly string[];
  readonly setIdentifier?: string;
  readonly weight?: number;
  readonly failover?: 'PRIMARY' | 'SECONDARY';
  readonly healthCheck?: HealthCheck;
}

/** CloudFormation takes numbers as strings too. */
const count = (max: number) =>
  z
    .union([z.number(), z.string().regex(/^\d+$/, 'must be a whole number')])
    .transform(Number)
    .pipe(z.int().min(0).max(max));

/**
 * Properties of `AWS::Route53::RecordSet`: simple, weighted and failover records.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html
 */
export const recordProperties = z.strictObject({
  HostedZoneId: z.string(),
  Name: z.string(),
  Type: z.enum(['A', 'CNAME', 'TXT']),
  TTL: count(2_147_483_647),
  ResourceRecords: z.array(z.string()).min(1),
  SetIdentifier: z.string().min(1).max(128).optional(),
  Weight: count(255).optional(),
  Failover: z.enum(['PRIMARY', 'SECONDARY']).optional(),
  HealthCheckId: z.string().optional(),
});

/** DNS names are compared in lower case, with the root's dot. */
export const canonical = (name: string): string => name.toLowerCase().replace(/\.?$/, '.');

/** The record that a template's properties make; throws what `ChangeResourceRecordSets` (CREATE) would. */
export const toRecord = (
  properties: z.output<typeof recordProperties>,
  zones: ReadonlyMap<string, string>,
  existing: readonly DnsRecord[],
  find: (id: string) => HealthCheck | undefined,
): DnsRecord => {
  const { HostedZoneId, HealthCheckId } = properties;
  const zone = zones.get(HostedZoneId);
  if (zone === undefined) {
    throw new NoSuchHostedZone({ message: `No hosted zone found with ID: ${HostedZoneId}`, $metadata: {} });
  }
  const healthCheck = HealthCheckId === undefined ? undefined : find(HealthCheckId);
  if (HealthCheckId !== undefined && !healthCheck) {
    throw new NoSuchHealthCheck({ message: `No health check exists with ID: ${HealthCheckId}`, $metadata: {} });
  }
  const record: DnsRecord = {
    name: canonical(properties.Name),
    type: properties.Type,
    ttlSeconds: properties.TTL,
    values: properties.ResourceRecords,
    setIdentifier: properties.SetIdentifier,
    weight: properties.Weight,
    failover: properties.Failover,
    healthCheck,
  };
  const fault = faultOf(record, zone, existing);
  if (fault) throw new InvalidChangeBatch({ messages: [fault], message: fault, $metadata: {} });
  return record;
};

const faultOf = (record: DnsRecord, zone: string, existing: readonly DnsRecord[]): string | undefined => {
  const { name, type, setIdentifier, values } = record;
  const same = existing.filter((other) => other.name === name);
  if (name !== zone && !name.endsWith(`.${zone}`)) {
    return `RRSet with DNS name ${name} is not permitted in zone ${zone}`;
  }
  if (type === 'CNAME' && name === zone) {
    return `RRSet of type CNAME with DNS name ${name} is not permitted at apex in zone ${zone}`;
  }
  if (type === 'CNAME' && values.length > 1) return `RRSet of type CNAME with DNS name ${name} has more than one value`;
  if ((setIdentifier === undefined) !== (routing(record) === 'simple')) {
    return `RRSet with DNS name ${name}: SetIdentifier must be given together with either Weight or Failover`;
  }
  if (same.some((other) => (other.type === 'CNAME') !== (type === 'CNAME'))) {
    return `RRSet of type ${type} with DNS name ${name} conflicts with another type: a CNAME must stand alone`;
  }
  if (same.some((other) => other.type === type && other.setIdentifier === setIdentifier)) {
    const set = setIdentifier === undefined ? '' : `, set-identifier='${setIdentifier}'`;
    return `Tried to create resource record set [name='${name}', type='${type}'${set}] but it already exists`;
  }
  const other = same.find((one) => one.type === type && routing(one) !== routing(record));
  if (other) return `RRSet with DNS name ${name}, type ${type} cannot be both ${routing(other)} and ${routing(record)}`;
  if (record.failover && same.some(({ failover }) => failover === record.failover)) {
    return `RRSet with DNS name ${name}, type ${type} already has a failover record ${record.failover}`;
  }
  return undefined;
};

/** How Route 53 chooses among records of one name. */
const routing = ({ weight, failover }: DnsRecord): string => {
  if (weight !== undefined && failover !== undefined) return 'weighted and failover at once';
  if (weight !== undefined) return 'weighted';
  return failover === undefined ? 'simple' : 'failover';
};
