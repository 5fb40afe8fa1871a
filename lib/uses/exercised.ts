import { names } from '../../lambdas/plan/names';
import type { Site } from './site';
import type { Use } from './use';

/** The functions of this Region that journeys call, in every version, told by their short names (S19). */
export const exercised =
  (namesHere: (site: Site) => readonly string[]): Use<Site> =>
  (site) => {
    const { plan, partition, account, region } = site;
    const arns = namesHere(site).map(
      (name) => `arn:${partition}:lambda:${region}:${account}:function:${names(plan).handler(name)}`,
    );
    return {
      environment: { FUNCTIONS: JSON.stringify(namesHere(site)) },
      permissions: [
        { actions: ['lambda:ListVersionsByFunction'], resources: arns },
        { actions: ['lambda:InvokeFunction'], resources: arns.map((arn) => `${arn}:*`) },
      ],
    };
  };
