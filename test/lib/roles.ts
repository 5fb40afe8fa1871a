import { resourcesOf, type Template } from './template';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: unknown;
}

/** What a role allows, as sorted lines: `action on resource`, and `if` where there is a condition. */
export interface Allowed {
  readonly role: string;
  readonly servedBy: string;
  readonly lines: readonly string[];
}

/** All roles of a template, by their descriptions. */
export const rolesOf = (template: Template, region: string): Allowed[] =>
  resourcesOf(template, region, 'AWS::IAM::Role').map(({ Properties }) => {
    const trust = Properties['AssumeRolePolicyDocument'] as { Statement: [{ Principal: { Service: string } }] };
    const policies = Properties['Policies'] as { PolicyDocument: { Statement: Statement[] } }[];
    return {
      role: String(Properties['Description']),
      servedBy: trust.Statement[0].Principal.Service,
      lines: policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(linesOf)).sort(),
    };
  });

/** What the role of a function or journey, such as `function promote`, allows. */
export const allowedTo = (template: Template, region: string, who: string): readonly string[] => {
  const [kind, name] = who.split(' ');
  const role = rolesOf(template, region).find(({ role }) => role === `The ${kind} understudy-webshop-${name}`);
  if (!role) throw new Error(`no role of ${who}`);
  return role.lines;
};

/** The lines of one permission. */
export const lines = (actions: readonly string[], resources: readonly string[], condition?: unknown): string[] =>
  actions.flatMap((action) =>
    resources.map((resource) => `${action} on ${resource}${condition ? ` if ${JSON.stringify(condition)}` : ''}`),
  );

const linesOf = ({ Effect, Action, Resource, Condition }: Statement): string[] => {
  if (Effect !== 'Allow') throw new Error(`roles only allow, not ${Effect}`);
  return lines([Action].flat(), [Resource].flat(), Condition);
};
