import type { DnsRecord } from './record';

/**
 * The weighted record that a query gets: one of the healthy ones, by weight. Records of weight 0 count only when every
 * other is unhealthy, and when all are unhealthy, all are treated as healthy.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
 */
export const chooseRecord = (records: readonly DnsRecord[], random: () => number): DnsRecord | undefined => {
  const healthy = records.filter(({ healthCheck }) => healthCheck?.healthy() ?? true);
  const considered = healthy.length > 0 ? healthy : records;
  const weighted = considered.filter(({ weight = 0 }) => weight > 0);
  return weighted.length > 0 ? drawByWeight(weighted, random) : considered[Math.floor(random() * considered.length)];
};

const drawByWeight = (records: readonly DnsRecord[], random: () => number): DnsRecord | undefined => {
  const total = records.reduce((sum, { weight = 0 }) => sum + weight, 0);
  let left = random() * total;
  return records.find(({ weight = 0 }) => (left -= weight) < 0);
};
