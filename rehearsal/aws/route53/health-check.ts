import { z } from 'zod';

const inverted = z.boolean().default(false);

const endpoint = {
  FullyQualifiedDomainName: z.string().min(1).max(255),
  Port: z.int().min(1).max(65_535),
  ResourcePath: z.string().startsWith('/').max(255),
  RequestInterval: z.union([z.literal(10), z.literal(30)]),
  FailureThreshold: z.int().min(1).max(10),
  Inverted: inverted,
};

/**
 * Properties of `AWS::Route53::HealthCheck`. Checks of IP addresses, of TCP and for strings are not simulated. Without
 * effect here: `HealthCheckTags`, except that the tag `Name` names the check in the trace.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-healthcheck.html
 */
export const healthCheckProperties = z.strictObject({
  HealthCheckConfig: z.discriminatedUnion(
    'Type',
    [
      z.strictObject({
        Type: z.literal('CLOUDWATCH_METRIC'),
        AlarmIdentifier: z.strictObject({ Name: z.string(), Region: z.string() }),
        InsufficientDataHealthStatus: z.enum(['Healthy', 'Unhealthy', 'LastKnownStatus']),
        Inverted: inverted,
      }),
      z.strictObject({
        Type: z.literal('CALCULATED'),
        ChildHealthChecks: z.array(z.string()).max(256),
        HealthThreshold: z.int().min(0).max(256),
        Inverted: inverted,
      }),
      z.strictObject({ Type: z.literal('HTTP'), ...endpoint }),
      z.strictObject({ Type: z.literal('HTTPS'), EnableSNI: z.boolean(), ...endpoint }),
    ],
    { error: 'this type of health check is not simulated; allowed are CLOUDWATCH_METRIC, CALCULATED, HTTP and HTTPS' },
  ),
  HealthCheckTags: z.array(z.strictObject({ Key: z.string(), Value: z.string() })).default([]),
});

type Config = z.output<typeof healthCheckProperties>['HealthCheckConfig'];
export type MetricCheckConfig = Extract<Config, { Type: 'CLOUDWATCH_METRIC' }>;
export type EndpointCheckConfig = Extract<Config, { Type: 'HTTP' | 'HTTPS' }>;
export type CalculatedCheckConfig = Extract<Config, { Type: 'CALCULATED' }>;

/** A health check as Route 53's name servers see it. */
export interface HealthCheck {
  readonly id: string;
  /** What the trace calls it. */
  readonly name: string;
  readonly type: Config['Type'];
  healthy(): boolean;
  /** Calls `seen` after each change that the name servers have learned, with the trace id of the flip. */
  onFlip(seen: (id: string) => void): void;
}
