import { physicalName } from '../../deploy/physical-name';
import { resourceType, type ResourceType } from '../../deploy/resource-type';
import { rememberedOf } from '../../remembered';
import type { Iam } from '../services/security';
import { awsManagedPolicies } from './aws-managed-policies';
import type { Context } from './conditions';
import { judge, type Judgement } from './evaluate';
import { createGrants, type Grants } from './grants';
import { NotAuthorized } from './not-authorized';
import type { Statement } from './policy-document';
import { managedPolicyProperties, policyProperties, roleProperties } from './properties';

interface Role {
  readonly trust: readonly Statement[];
  readonly statements: Statement[];
  readonly grants: Grants;
  /** What was judged before; a role asks the same every few seconds. Forgotten when a policy is attached. */
  readonly judged: Map<string, Judgement>;
}

/** Roles by ARN and the account's own managed policies by ARN; like IAM itself, one store for all Regions. */
interface Store {
  readonly account: string;
  readonly roles: Map<string, Role>;
  readonly managed: Map<string, readonly Statement[]>;
}

export const createIam = (account: string): Iam => {
  const store: Store = { account, roles: new Map(), managed: new Map() };
  return {
    operations: [],
    resourceTypes: [role(store), policy(store), managedPolicy(store)],
    assume: (roleArn, servicePrincipal, context = {}) => {
      const trust = (store.roles.get(roleArn)?.trust ?? []).filter((statement) => names(statement, servicePrincipal));
      if (judge(trust, { action: 'sts:AssumeRole', context }).judgement === 'allowed') return;
      throw new NotAuthorized(servicePrincipal, 'sts:AssumeRole', roleArn);
    },
    judge: (roleArn, action, resource, context = NO_CONTEXT) => {
      const known = store.roles.get(roleArn);
      if (!known) return 'not allowed';
      const key = `${action} ${resource} ${textOf(context)}`;
      const before = known.judged.get(key);
      if (before !== undefined) return before;
      const question = { action, resource, context };
      const { judgement, by } = judge(known.statements, question);
      if (judgement === 'allowed') known.grants.use(by, question);
      known.judged.set(key, judgement);
      return judgement;
    },
    grants: () => [...store.roles.values()].flatMap(({ grants }) => grants.list()),
  };
};

const NO_CONTEXT: Context = {};

/** Most requests to a Region say the same of themselves, in the same object. */
const textOf = rememberedOf((context: Context) => JSON.stringify(context));

const role = (store: Store): ResourceType =>
  resourceType('AWS::IAM::Role', roleProperties, (properties, placement) => {
    const name = properties.RoleName ?? physicalName(placement);
    const arn = roleArn(store.account, name);
    if (store.roles.has(arn)) throw new Error(`role ${name} exists already; role names are one set for all Regions`);
    const attached = properties.ManagedPolicyArns.flatMap((managedArn) => statementsOf(store, managedArn));
    const inline = properties.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    const statements = [...attached, ...inline];
    const holder = `${placement.stack}: ${properties.Description ?? placement.logicalId}`;
    const trust = properties.AssumeRolePolicyDocument.Statement;
    store.roles.set(arn, { trust, statements, grants: createGrants(holder, statements), judged: new Map() });
    return { ref: name, attributes: { Arn: arn } };
  });

const policy = (store: Store): ResourceType =>
  resourceType('AWS::IAM::Policy', policyProperties, ({ PolicyName, PolicyDocument, Roles }) => {
    attach(store, Roles, PolicyDocument.Statement);
    return { ref: PolicyName };
  });

const managedPolicy = (store: Store): ResourceType =>
  resourceType('AWS::IAM::ManagedPolicy', managedPolicyProperties, (properties, placement) => {
    const arn = `arn:aws:iam::${store.account}:policy/${properties.ManagedPolicyName ?? physicalName(placement)}`;
    store.managed.set(arn, properties.PolicyDocument.Statement);
    attach(store, properties.Roles, properties.PolicyDocument.Statement);
    return { ref: arn, attributes: { PolicyArn: arn } };
  });

const attach = ({ account, roles }: Store, names: readonly string[], statements: readonly Statement[]) => {
  for (const name of names) {
    const known = roles.get(roleArn(account, name));
    if (!known) throw new Error(`role ${name} does not exist; a policy is attached to roles of this account`);
    known.statements.push(...statements);
    known.judged.clear();
  }
};

const statementsOf = ({ managed }: Store, arn: string): readonly Statement[] => {
  const found = managed.get(arn) ?? awsManagedPolicies[arn.replace('arn:aws:iam::aws:policy/', '')];
  if (found) return found;
  throw new Error(`managed policy ${arn} is not simulated; add its statements to aws-managed-policies.ts`);
};

const names = ({ Principal }: Statement, service: string): boolean =>
  Principal === '*' || Boolean(typeof Principal === 'object' && Principal.Service?.includes(service));

const roleArn = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
