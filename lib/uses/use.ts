import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** One thing that IAM must allow. */
export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  /** Why no narrower resource is possible; required where `resources` is `*`. */
  readonly because?: string;
  /** Why calls of the critical path may go to another Region that runs the workload, although it may be the lost one. */
  readonly elsewhere?: string;
  /** Calls under it may fail unnoticed, because they may go to the lost Region (S22); absent: they may not (S20). */
  readonly path?: 'best-effort';
}

/** Something outside of a function that it uses: the variables that name it and the permissions that it takes. */
export interface Used {
  readonly environment?: Readonly<Record<string, string>>;
  readonly permissions: readonly Permission[];
}

/** What a function uses, depending on where it is deployed. */
export type Use<S> = (site: S) => Used;

/** The IAM statement of a permission; refuses a wildcard resource that gives no reason. */
export const allow = ({ actions, resources, conditions, because }: Permission): PolicyStatement => {
  if (resources.includes('*') && because === undefined) {
    throw new Error(`${actions.join(', ')} on "*": name the resources, or write in \`because\` why that is impossible`);
  }
  return new PolicyStatement({ actions: [...actions], resources: [...resources], conditions });
};
