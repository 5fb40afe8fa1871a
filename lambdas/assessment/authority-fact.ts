import type { AuthorityItem } from '../authority/authority';
import { breakGlassOf } from '../authority/break-glass';
import { coolDownEndsMs, movesToday } from '../authority/cool-down';
import type { AuthorityFact } from '../decision/facts';
import type { Plan } from '../plan/plan';
import type { Leader } from './leader';

/** Who may act, for the verdict. */
export const authorityFact = (item: AuthorityItem, { fact }: Leader, plan: Plan, nowMs: number): AuthorityFact => {
  const endsMs = coolDownEndsMs(item, plan.automation.cooldownSeconds);
  return {
    active: item.active,
    epoch: item.epoch,
    traffic: item.traffic,
    ...(fact ? { leader: fact } : {}),
    ...(item.killSwitch ? { killSwitch: item.killSwitch } : {}),
    ...breakGlassFact(item, nowMs),
    cooldownLeftSeconds: endsMs === undefined ? 0 : (endsMs - nowMs) / 1000,
    movesToday: movesToday(item, nowMs),
  };
};

const breakGlassFact = (item: AuthorityItem, nowMs: number): Pick<AuthorityFact, 'breakGlass'> => {
  const noted = breakGlassOf(item, item.active, nowMs);
  if (!noted) return {};
  const { until, by, reason } = noted;
  return { breakGlass: { until, by, reason, leftSeconds: (Date.parse(until) - nowMs) / 1000 } };
};
