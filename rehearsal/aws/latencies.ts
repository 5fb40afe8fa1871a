import type { World } from '../world/world';

/** How long things take in the simulated AWS, each with its source. The only table of its kind. */
export interface Latency {
  /** Milliseconds: drawn evenly between the two. */
  readonly minMs: number;
  readonly maxMs: number;
  /** A link or a measurement; `assumed: …` says so with the reason. */
  readonly source: string;
}

const table = {
  'api.read': { minMs: 10, maxMs: 60, source: 'assumed: a Regional API read takes tens of milliseconds' },
  'api.write': { minMs: 20, maxMs: 120, source: 'assumed: a Regional API write takes tens of milliseconds' },
  'dynamodb.read': {
    minMs: 10,
    maxMs: 80,
    source: 'assumed: a strong read of a multi-Region table asks a second Region, some tens of milliseconds away',
  },
  'dynamodb.write': {
    minMs: 20,
    maxMs: 150,
    source:
      'assumed: a write waits for a second Region, https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html',
  },
  'dynamodb.replication': {
    minMs: 20,
    maxMs: 150,
    source:
      'assumed: as long as a write takes, it is on its way to the third replica and conflicts with one from another Region',
  },
  'lambda.cold-start': {
    minMs: 200,
    maxMs: 900,
    source:
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html (cold starts: under 100 ms to over 1 s); narrowed, assumed, for a bundled Node.js function',
  },
  'lambda.warm-start': {
    minMs: 2,
    maxMs: 15,
    source: 'assumed: handing a request to an idle execution environment takes a few milliseconds',
  },
  'lambda.first-async-retry': {
    minMs: 60_000,
    maxMs: 60_000,
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html (one minute)',
  },
  'lambda.second-async-retry': {
    minMs: 120_000,
    maxMs: 120_000,
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html (two minutes)',
  },
  'network.between-regions': {
    minMs: 30,
    maxMs: 90,
    source: 'assumed: a round trip between Regions of one continent takes tens of milliseconds',
  },
  'cloudwatch.alarm-event': {
    minMs: 200,
    maxMs: 2_000,
    source: 'assumed: AWS names no time from an alarm to its event; people see it within seconds',
  },
  'events.delivery': {
    minMs: 100,
    maxMs: 900,
    source:
      'https://aws.amazon.com/eventbridge/faqs/ (about half a second from event to target); the spread is assumed',
  },
  'route53.metric-read': {
    minMs: 30_000,
    maxMs: 30_000,
    source:
      'assumed: AWS names no interval for checks that read a metric; taken from the standard interval of endpoint checks, https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html',
  },
  'route53.health-propagation': {
    minMs: 5_000,
    maxMs: 20_000,
    source: 'assumed: AWS names no time from a changed health check to its name servers',
  },
  'states.transition': {
    minMs: 4,
    maxMs: 36,
    source:
      'at least: 12,499 transitions measured in 48 s, https://github.com/floci-io/floci/issues/2734; at most: assumed, as AWS names none',
  },
  'rds.replication': {
    minMs: 100,
    maxMs: 450,
    source:
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html (typically under 1 s); halved, because a row may wait for the shipment before its own',
  },
  'rds.metric-publication': {
    minMs: 5_000,
    maxMs: 30_000,
    source: 'assumed: RDS measures once a minute, and CloudWatch shows it within the next half minute',
  },
  'rds.failover-checks': {
    minMs: 2_000,
    maxMs: 15_000,
    source: 'assumed: FailoverState is pending while both clusters are verified; AWS names no time',
  },
  'rds.promotion': {
    minMs: 60_000,
    maxMs: 240_000,
    source:
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html (typically within a few minutes)',
  },
  'rds.snapshot': {
    minMs: 60_000,
    maxMs: 240_000,
    source: 'assumed: AWS says that it depends on the size; minutes for a small cluster',
  },
  'rds.snapshot-copy': {
    minMs: 120_000,
    maxMs: 480_000,
    source:
      'assumed, minutes for a small cluster: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-copy-snapshot.html (up to hours, by Regions and size)',
  },
  'rds.rebuild': {
    minMs: 600_000,
    maxMs: 3_600_000,
    source:
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html (a few minutes to several hours); narrowed, assumed, for a small database',
  },
  'ecs.task-start': {
    minMs: 30_000,
    maxMs: 90_000,
    source:
      'assumed: compute, image, start and load balancer, the states of https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html',
  },
  'ecs.task-stop': {
    minMs: 1_000,
    maxMs: 30_000,
    source:
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html (a task is killed 30 s after it was told to stop, unless stopTimeout says otherwise); at least: assumed',
  },
  'lambda.event-source-switch': {
    minMs: 2_000,
    maxMs: 20_000,
    source: 'assumed: AWS names no time from Enabling to Enabled; people see it within seconds',
  },
  'http.answer': {
    minMs: 10,
    maxMs: 80,
    source: 'assumed: a front end answers a small request within tens of milliseconds',
  },
  'http.internet': {
    minMs: 20,
    maxMs: 150,
    source: 'assumed: a round trip between a Region and somebody on the internet',
  },
  'dns.lookup': {
    minMs: 1,
    maxMs: 40,
    source: "assumed: a Region's resolver asks one of Route 53's name servers nearby",
  },
} as const satisfies Record<string, Latency>;

export type LatencyName = keyof typeof table;

export const latencies: Readonly<Record<LatencyName, Latency>> = table;

/** Draws one duration of the named kind, in milliseconds, from its own stream. */
export const drawMs = (world: Pick<World, 'random'>, name: LatencyName): number => {
  const { minMs, maxMs } = table[name];
  return Math.round(minMs + world.random(streams[name])() * (maxMs - minMs));
};

/** Written once, because each is looked up thousands of times. */
const streams = Object.fromEntries(Object.keys(table).map((name) => [name, `latency ${name}`])) as Readonly<
  Record<LatencyName, string>
>;
