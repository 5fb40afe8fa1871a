import type { DnsRecord } from './record';

/**
 * The record that a query gets: the only one, one of the healthy weighted ones, or one of a failover pair.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
 */
export const chooseRecord = (records: readonly DnsRecord[], random: () => number): DnsRecord | undefined =>
  records.some(({ failover }) => failover !== undefined) ? chooseOfPair(records) : chooseByWeight(records, random);

/**
 * The primary if it is healthy, else the secondary if that is; the primary if neither is.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html (Failover)
 */
const chooseOfPair = (records: readonly DnsRecord[]): DnsRecord | undefined => {
  const part = (wanted: DnsRecord['failover']) => records.find(({ failover }) => failover === wanted);
  const inOrder = [part('PRIMARY'), part('SECONDARY')].filter((record) => record !== undefined);
  return inOrder.find(isHealthy) ?? inOrder[0];
};

/** Records of weight 0 count only when every other is unhealthy, and when all are unhealthy, all are treated as healthy. */
const chooseByWeight = (records: readonly DnsRecord[], random: () => number): DnsRecord | undefined => {
  const healthy = records.filter(isHealthy);
  const considered = healthy.length > 0 ? healthy : records;
  const weighted = considered.filter(({ weight = 0 }) => weight > 0);
  return weighted.length > 0 ? drawByWeight(weighted, random) : considered[Math.floor(random() * considered.length)];
};

/** A record without a check is always healthy. */
const isHealthy = ({ healthCheck }: DnsRecord): boolean => healthCheck?.healthy() ?? true;

const drawByWeight = (records: readonly DnsRecord[], random: () => number): DnsRecord | undefined => {
  const total = records.reduce((sum, { weight = 0 }) => sum + weight, 0);
  let left = random() * total;
  return records.find(({ weight = 0 }) => (left -= weight) < 0);
};
