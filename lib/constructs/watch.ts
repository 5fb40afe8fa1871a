import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import { switchRegions } from '../../lambdas/plan/switch-regions';
import { holdSwitch, observe } from '../functions';
import { workloadRegions } from '../regions';
import type { Site } from '../uses/site';
import { Every } from './every';
import { makeFunction } from './make-function';
import { switchAlarm } from './switch-alarm';

/** What every Region has: an observer; and in a switch Region, the switches' alarms and the loop that feeds them. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, { site, planLayer }: { site: Site; planLayer: ILayerVersion }) {
    super(scope, id);
    const { plan, region } = site;
    const holdsSwitch = switchRegions(plan).includes(region);
    for (const spec of holdsSwitch ? [observe, holdSwitch] : [observe]) {
      new Every(this, `${spec.name}-every-minute`, {
        unit: 'minute',
        name: names(plan).handler(spec.name),
        starts: makeFunction(this, spec, site, planLayer),
      });
    }
    if (!holdsSwitch) return;
    for (const switched of workloadRegions(plan)) switchAlarm(this, plan, switched);
  }
}
