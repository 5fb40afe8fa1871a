import { loseControlPlanes } from './control-planes';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** What AWS's us-east-1 events of 2020, 2021 and 2025 had in common: the Region, and with it IAM and the Route 53 API. */
export const controlPlaneLoss: Scenario = {
  ...regionLoss,
  name: 'control-plane-loss',
  summary: 'the active Region falls silent, and with it IAM, the Route 53 API and CloudFront; the application moves',
  faults: ['F1', 'F37'],
  strike: (stage) => {
    loseControlPlanes(stage, stage.active);
    regionLoss.strike(stage);
  },
};
