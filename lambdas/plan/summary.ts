import { showDuration } from './duration';
import type { Plan } from './plan';
import { switchRegions } from './switch-regions';

/** What a plan says, as lines of a label and a sentence, for a person who checks it. */
export const summarize = (plan: Plan): readonly (readonly [label: string, says: string])[] => {
  const { objectives, automation, regions, authority, checks, resources } = plan;
  const { lease } = authority;
  return [
    ['application', `${plan.application}, generation ${plan.generation}, ${plan.traffic}`],
    ['objectives', `RTO ${showDuration(objectives.rtoSeconds)}, RPO ${showDuration(objectives.rpoSeconds)}`],
    ['automation', automationIn(automation)],
    ['Regions', regions.map(({ name, share }) => `${name} (${share} %)`).join(', ')],
    ['authority', authorityIn(plan)],
    [
      'lease',
      `${lease.ttlSeconds}s, renewed every ${lease.renewSeconds}s; gates close ${lease.marginSeconds}s before it ends`,
    ],
    ['checks', checks.map(({ name, kind }) => `${name} (${kind})`).join(', ')],
    ...byKind(resources),
    ['notices', noticesTo(plan.notify)],
  ];
};

const authorityIn = (plan: Plan): string => {
  const deciding = plan.authority.regions.join(', ');
  return plan.authority.switches ? `${deciding}; traffic switches in ${switchRegions(plan).join(', ')}` : deciding;
};

const automationIn = ({ mode, sustainedSeconds, cooldownSeconds, maxPerDay }: Plan['automation']): string => {
  const pace = `then rests ${showDuration(cooldownSeconds)}, at most ${maxPerDay} times a day`;
  return `${mode}: judges a loss after ${showDuration(sustainedSeconds)}, ${pace}`;
};

const byKind = (resources: Plan['resources']): readonly (readonly [string, string])[] => {
  const kinds = [...new Set(resources.map(({ kind }) => kind))];
  return kinds.map((kind) => [
    kind,
    resources
      .filter((resource) => resource.kind === kind)
      .map(({ name }) => name)
      .join(', '),
  ]);
};

const noticesTo = ({ sns, slack }: Plan['notify']): string =>
  [sns ? 'SNS' : undefined, slack ? 'Slack' : undefined].filter((channel) => channel !== undefined).join(', ') ||
  'nobody';
