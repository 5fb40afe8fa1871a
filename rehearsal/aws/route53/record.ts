import { InvalidChangeBatch, NoSuchHealthCheck, NoSuchHostedZone } from '@aws-sdk/client-route-53';
import { z } from 'zod';
import type { HealthCheck } from './health-check';

/** A record of a hosted zone; weighted where it has a `setIdentifier`. */
export interface DnsRecord {
  /** Lower case, ending in a dot. */
  readonly name: string;
  readonly type: 'A' | 'CNAME';
  readonly ttlSeconds: number;
  readonly values: readonly string[];
  readonly setIdentifier?: string;
  readonly weight?: number;
  readonly healthCheck?: HealthCheck;
}

/** CloudFormation takes numbers as strings too. */
const count = (max: number) =>
  z
    .union([z.number(), z.string().regex(/^\d+$/, 'must be a whole number')])
    .transform(Number)
    .pipe(z.int().min(0).max(max));

/**
 * Properties of `AWS::Route53::RecordSet`: simple and weighted records.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html
 */
export const recordProperties = z.strictObject({
  HostedZoneId: z.string(),
  Name: z.string(),
  Type: z.enum(['A', 'CNAME']),
  TTL: count(2_147_483_647),
  ResourceRecords: z.array(z.string()).min(1),
  SetIdentifier: z.string().min(1).max(128).optional(),
  Weight: count(255).optional(),
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
    healthCheck,
  };
  const fault = faultOf(record, zone, existing);
  if (fault) throw new InvalidChangeBatch({ messages: [fault], message: fault, $metadata: {} });
  return record;
};

const faultOf = (record: DnsRecord, zone: string, existing: readonly DnsRecord[]): string | undefined => {
  const { name, type, setIdentifier, weight, values } = record;
  const same = existing.filter((other) => other.name === name);
  if (name !== zone && !name.endsWith(`.${zone}`)) {
    return `RRSet with DNS name ${name} is not permitted in zone ${zone}`;
  }
  if (type === 'CNAME' && name === zone) {
    return `RRSet of type CNAME with DNS name ${name} is not permitted at apex in zone ${zone}`;
  }
  if (type === 'CNAME' && values.length > 1) return `RRSet of type CNAME with DNS name ${name} has more than one value`;
  if ((setIdentifier === undefined) !== (weight === undefined)) {
    return `RRSet with DNS name ${name}: SetIdentifier and Weight must be given together`;
  }
  if (same.some((other) => (other.type === 'CNAME') !== (type === 'CNAME'))) {
    return `RRSet of type ${type} with DNS name ${name} conflicts with another type: a CNAME must stand alone`;
  }
  if (same.some((other) => other.type === type && other.setIdentifier === setIdentifier)) {
    const set = setIdentifier === undefined ? '' : `, set-identifier='${setIdentifier}'`;
    return `Tried to create resource record set [name='${name}', type='${type}'${set}] but it already exists`;
  }
  if (same.some((other) => other.type === type && (other.weight === undefined) !== (weight === undefined))) {
    return `RRSet with DNS name ${name}, type ${type} cannot be both weighted and not weighted`;
  }
  return undefined;
};
