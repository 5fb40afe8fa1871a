import type { Judgement } from '../iam/evaluate';
import type { Grant } from '../iam/grants';
import type { Service } from './simulated-service';

/** A role as `AssumeRole` and policy evaluation see it. */
export interface Iam extends Service {
  /** Throws `NotAuthorized` unless the role's trust policy lets the service principal assume it. */
  assume(roleArn: string, servicePrincipal: string, context?: Readonly<Record<string, string>>): void;
  /** What the role's policies say of the action. */
  judge(
    roleArn: string,
    action: string,
    resource: string,
    context?: Readonly<Record<string, string | readonly string[]>>,
  ): Judgement;
  /** All that the policies of all roles allow, and what of it was used. */
  grants(): readonly Grant[];
}

export interface SecretsManager extends Service {
  adopt(region: string, name: string, value: string): void;
}

export interface Kms extends Service {
  /** The ARN of a key in a Region, from its id, ARN or alias; throws where there is no such key. */
  keyArn(region: string, key: string): string;
  /** The same key with what else is known of it; undefined where there is none. */
  find(
    region: string,
    key: string,
  ): { readonly arn: string; readonly aliases: readonly string[]; readonly enabled: boolean } | undefined;
  /** What somebody does who means another key. */
  disable(region: string, key: string): void;
}
