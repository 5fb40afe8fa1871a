import { rehearse } from '../../../rehearsal/rehearse';
import { regionLoss } from '../../../rehearsal/scenarios/region-loss';
import { quickStart } from '../../quick-start';
import { quickStartAssembly, resourcesOf, withTemplate, type Template, type TemplateResource } from '../assembly';

const assembly = quickStartAssembly();
afterAll(() => assembly.remove());

/** What a rehearsal says of an edited template: its problems, or the error that stopped it. */
const problemsOf = (stack: string, edit: (template: Template) => void): Promise<string> =>
  withTemplate(assembly, stack, edit, async () => {
    try {
      const { problems } = await rehearse({
        plan: quickStart(),
        scenario: regionLoss,
        seed: 1,
        assemblyDir: assembly.dir,
      });
      return problems.join('\n');
    } catch (fault) {
      return (fault as Error).message;
    }
  });

const named = (template: Template, type: string, name: string): TemplateResource => {
  const found = resourcesOf(template, type).find(([, { Properties }]) => JSON.stringify(Properties).includes(name));
  if (!found) throw new Error(`no ${type} speaks of ${name}`);
  return found[1];
};

type Definition = { States: Record<string, { Next?: string } & Record<string, unknown>> };

/** Edits the definition of a state machine inside its `Fn::Join`. */
const editDefinition = (template: Template, journey: string, edit: (text: string) => string): void => {
  const machine = named(template, 'AWS::StepFunctions::StateMachine', `-${journey}`);
  const { DefinitionString } = machine.Properties as { DefinitionString: { 'Fn::Join': [string, unknown[]] } };
  const parts = DefinitionString['Fn::Join'][1];
  const marked = parts.map((part, index) => (typeof part === 'string' ? part : `@@${index}@@`)).join('');
  const edited = edit(marked).split(/(@@\d+@@)/);
  DefinitionString['Fn::Join'][1] = edited.map((part) => {
    const index = /^@@(\d+)@@$/.exec(part)?.[1];
    return index === undefined ? part : parts[Number(index)];
  });
};

describe('an edited assembly is noticed when', () => {
  it('a rule has lost its target', async () => {
    const problems = await problemsOf('us-west-2', (template) => {
      resourcesOf(template, 'AWS::Events::Rule')[0]![1].Properties['Targets'] = [];
    });
    expect(problems).toMatch(/rule understudy-webshop-us-east-1-down.* has no target/);
    expect(problems).toMatch(/the start of the run is by an observer, not by an alarm/);
  });

  it('a role that acts has lost a statement', async () => {
    const problems = await problemsOf('us-west-2', (template) => {
      const role = named(template, 'AWS::IAM::Role', 'rds:FailoverGlobalCluster');
      const [policy] = role.Properties['Policies'] as { PolicyDocument: { Statement: object[] } }[];
      const document = policy!.PolicyDocument;
      document.Statement = document.Statement.filter((one) => !JSON.stringify(one).includes('FailoverGlobalCluster'));
    });
    expect(problems).toMatch(/not authorized to perform: rds:FailoverGlobalCluster/);
  });

  it('a function has lost an environment variable', async () => {
    const problems = await problemsOf('us-west-2', (template) => {
      const assess = named(template, 'AWS::Lambda::Function', 'assess.handler');
      const { Variables } = assess.Properties['Environment'] as { Variables: Record<string, unknown> };
      delete Variables['TABLE'];
    });
    expect(problems).toMatch(/environment variable TABLE is missing/);
  });

  it('a function never works whose failure a move survives', async () => {
    const problems = await problemsOf('us-west-2', (template) => {
      const scale = named(template, 'AWS::Lambda::Function', 'scale.handler');
      delete scale.Properties['Environment'];
    });
    expect(problems).toMatch(/^understudy-webshop-scale failed: MissingEnvironment/m);
  });

  it('the observe schedule of a Region that only watches is gone', async () => {
    const region = 'us-east-2';
    const problems = await problemsOf(region, (template) => {
      const schedules = resourcesOf(template, 'AWS::Scheduler::Schedule');
      const [id] = schedules.find(([, { Properties }]) => /observe/.test(JSON.stringify(Properties)))!;
      delete template.Resources[id];
    });
    expect(problems).toContain(`the observer in ${region} has never voted`);
  });

  it('S16 Prove and Shift have changed places', async () => {
    const problems = await problemsOf('us-west-2', (template) =>
      editDefinition(template, 'failover', (text) => {
        const definition = JSON.parse(text) as Definition;
        return JSON.stringify(swapPhases(definition, 'Prove', 'Shift traffic'));
      }),
    );
    expect(problems).toMatch(/the outcome is needs-a-person, not moved: .*shift needs prove first/);
  });

  it('a state has a field that Step Functions does not know', async () => {
    const problems = await problemsOf('us-west-2', (template) =>
      editDefinition(template, 'failover', (text) => {
        const definition = JSON.parse(text) as Definition;
        definition.States['Assess']!['TimeoutSecond'] = 30;
        return JSON.stringify(definition);
      }),
    );
    expect(problems).toMatch(/Assess.*TimeoutSecond/);
  });

  it('a resource has a property that CloudFormation does not know', async () => {
    const problems = await problemsOf('us-west-2', (template) => {
      resourcesOf(template, 'AWS::CloudWatch::Alarm')[0]![1].Properties['Treshold'] = 1;
    });
    expect(problems).toMatch(/us-west-2.*Treshold/);
  });

  it('a health check is gone', async () => {
    const problems = await problemsOf('dns', (template) => {
      const [id] = resourcesOf(template, 'AWS::Route53::HealthCheck')[0]!;
      delete template.Resources[id];
    });
    expect(problems).toMatch(/dns.*(health|switch)/i);
  });
});

/** Opens the gate, shifts, proves, verifies: each choice behind a phase leads to another one than it did. */
const swapPhases = (definition: Definition, first: string, second: string): Definition => {
  const lead = (from: string, to: string) => {
    const [choice] = definition.States[`${from}: all done?`]!['Choices'] as { Next: string }[];
    choice!.Next = to;
  };
  lead('Open the gate', second);
  lead(second, first);
  lead(first, 'Verify');
  return definition;
};
