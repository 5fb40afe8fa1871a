import type { Service } from './simulated-service';

/** Network ACLs of subnets; that `denied` denies all is the plan's word. */
export interface Ec2 extends Service {
  adopt(region: string, subnet: string, acls: { readonly open: string; readonly denied: string }): void;
  /** The ACL that a subnet has now. */
  acl(region: string, subnet: string): string | undefined;
}

export interface Route53 extends Service {
  adoptZone(id: string, name: string): void;
  /** The answer of the zone's name servers now, chosen among healthy records as Route 53 does. */
  answer(name: string, type: string): readonly { readonly value: string; readonly ttlSeconds: number }[];
}
