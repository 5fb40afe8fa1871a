import { App, Tags } from 'aws-cdk-lib';
import { names } from '../lambdas/plan/names';
import type { Plan } from '../lambdas/plan/plan';
import { allRegions, workloadRegions } from './regions';
import { AuthorityStack } from './stacks/authority-stack';
import { BackupStack } from './stacks/backup-stack';
import { DnsStack } from './stacks/dns-stack';
import { RegionStack } from './stacks/region-stack';
import { SignalsStack, signalRegions } from './stacks/signals-stack';

interface BuildOptions {
  /** Where the cloud assembly is written; CDK's choice by default. */
  readonly outdir?: string;
  /**
   * False leaves the handlers' sources unbundled and CDK's own validation out, which takes a tenth of a second: for
   * rehearsals, which check the templates themselves, and not for deployment.
   */
  readonly bundle?: boolean;
  /** The account's id; by default the templates take the account that they are deployed to. */
  readonly account?: string;
}

/** The CDK app of one plan: who may act, then what runs in each Region, then where users are sent. */
export const buildApp = (plan: Plan, { outdir, bundle = true, account }: BuildOptions = {}): App => {
  const app = new App({
    outdir,
    // Telemetry, and metadata for tools that we do not use: templates stay the same wherever they are made.
    analyticsReporting: false,
    treeMetadata: false,
    stackTraces: false,
    builtinCloudFormationValidation: bundle,
    context: { ...versionsByContent, ...(bundle ? {} : { 'aws:cdk:bundling-stacks': [] }) },
  });
  const authority = new AuthorityStack(app, plan, account);
  const regions = allRegions(plan).map((region) => new RegionStack(app, plan, region, account));
  if (plan.backups.length > 0) {
    for (const region of regions.filter(({ region }) => workloadRegions(plan).includes(region))) {
      const backup = new BackupStack(app, plan, region.region, account);
      backup.addStackDependency(region, 'a backup tells people and stores evidence where the Region does');
    }
  }
  const dns = new DnsStack(app, plan, account);
  for (const region of regions) {
    region.addStackDependency(authority, 'functions read the authority from their first minute on');
    dns.addStackDependency(region, 'a health check of an alarm that does not exist cannot be created');
  }
  for (const region of signalRegions(plan)) new SignalsStack(app, plan, region, account);
  tag(app, 'application', plan.application);
  tag(app, 'understudy', names(plan).prefix);
  return app;
};

/** Dashboards go without: cfn-lint 1.51 finds that they have no tags. */
const tag = (app: App, key: string, value: string): void =>
  Tags.of(app).add(key, value, { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] });

/** A function's published version follows from all that it runs with, its plan's layer included. */
const versionsByContent = {
  '@aws-cdk/aws-lambda:recognizeLayerVersion': true,
  '@aws-cdk/aws-lambda:recognizeVersionProps': true,
};
