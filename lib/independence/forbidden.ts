/** Actions that nothing on the failover path may need, why, and who says so. */
interface Forbidden {
  readonly actions: RegExp;
  readonly because: string;
  readonly source: string;
}

const GLOBAL_SERVICES =
  'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html';

/** S21, in IAM's words. */
export const forbidden: readonly Forbidden[] = [
  {
    actions: /^(iam|organizations|account|route53|route53domains|cloudfront|waf|waf-regional|wafv2|shield):/,
    because: 'its control plane lives in us-east-1 alone',
    source: GLOBAL_SERVICES,
  },
  {
    actions: /^(globalaccelerator|route53-recovery-control-config|route53-recovery-readiness):/,
    because: 'its control plane lives in us-west-2 alone',
    source: GLOBAL_SERVICES,
  },
  {
    // What RDS and others do on behalf of a caller is not meant: those are grants for data planes.
    actions: /^[\w-]+:(Create|Run|Register|Allocate|Put\w*Policy)/,
    because: 'in a disaster nothing new can be relied on',
    source:
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_static_stability.html',
  },
  {
    actions: /\*/,
    because: 'a wildcard allows more than anybody has thought of',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  },
];
