import type { Permission } from './use';

/** Sends X-Ray segments, and asks which requests to sample. */
export const traces: Permission = {
  actions: ['xray:GetSamplingRules', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
  resources: ['*'],
  because: 'X-Ray has no resource-level permission for segments',
};
