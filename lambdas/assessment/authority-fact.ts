import type { AuthorityItem } from '../authority/authority';
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

const breakGlassFact = ({ lease }: AuthorityItem, nowMs: number): Pick<AuthorityFact, 'breakGlass'> =>
  lease?.breakGlass && Date.parse(lease.breakGlass.until) > nowMs
    ? { breakGlass: { ...lease.breakGlass, leftSeconds: (Date.parse(lease.breakGlass.until) - nowMs) / 1000 } }
    : {};
