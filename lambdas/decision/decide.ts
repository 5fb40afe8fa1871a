import { consent } from './consent';
import type { Facts } from './facts';
import { patiently } from './patience';
import { askWhenNoLossIsAllowed } from './rules/ask-when-no-loss-is-allowed';
import { askWhenTheLossIsUnknown } from './rules/ask-when-the-loss-is-unknown';
import { askWhenThePlanWantsApproval } from './rules/ask-when-the-plan-wants-approval';
import { askWhenTheSuspectStillAnswersSomebody } from './rules/ask-when-the-suspect-still-answers-somebody';
import { askWhenTooMuchWouldBeLost } from './rules/ask-when-too-much-would-be-lost';
import { askWhileABreakGlassIsInForce } from './rules/ask-while-a-break-glass-is-in-force';
import { holdDuringAQuietTime } from './rules/hold-during-a-quiet-time';
import { holdDuringTheCoolDown } from './rules/hold-during-the-cool-down';
import { holdWhenAnotherRunLeads } from './rules/hold-when-another-run-leads';
import { holdWhenNobodyReportsTheLoss } from './rules/hold-when-nobody-reports-the-loss';
import { holdWhenOnlyObserving } from './rules/hold-when-only-observing';
import { holdWhenPeopleSaidNo } from './rules/hold-when-people-said-no';
import { holdWhenTheDailyCapIsReached } from './rules/hold-when-the-daily-cap-is-reached';
import { holdWhenTheKillSwitchIsOn } from './rules/hold-when-the-kill-switch-is-on';
import { holdWhenTheSuspectIsNotActive } from './rules/hold-when-the-suspect-is-not-active';
import { holdWhenTheTargetIsNotReady } from './rules/hold-when-the-target-is-not-ready';
import { holdWhenThisRegionIsTheSuspect } from './rules/hold-when-this-region-is-the-suspect';
import { proceedWhenTheLossIsCertain } from './rules/proceed-when-the-loss-is-certain';
import { waitUntilTheLossHasLasted } from './rules/wait-until-the-loss-has-lasted';
import { waitWhileAPreferredRegionMayTakeOver } from './rules/wait-while-a-preferred-region-may-take-over';
import { waitWhileAsManySeeItHealthy } from './rules/wait-while-as-many-see-it-healthy';
import { waitWhileNobodyOutsideReportsTheLoss } from './rules/wait-while-nobody-outside-reports-the-loss';
import { waitWhileReadinessIsUnknown } from './rules/wait-while-readiness-is-unknown';
import { waitWhileTheAuthorityIsUnknown } from './rules/wait-while-the-authority-is-unknown';
import { waitWhileTheClockIsWrong } from './rules/wait-while-the-clock-is-wrong';
import { waitWhileTheTargetIsNotSeenHealthy } from './rules/wait-while-the-target-is-not-seen-healthy';
import { waitWhileTooFewReportTheLoss } from './rules/wait-while-too-few-report-the-loss';
import { hold, type Rule, type Verdict } from './verdict';

/** In order: who may act, whether the loss is certain, whether the target can take over, what would be lost. */
export const rules: readonly Rule[] = [
  holdWhenTheKillSwitchIsOn,
  holdWhenThisRegionIsTheSuspect,
  waitWhileTheClockIsWrong,
  waitWhileTheAuthorityIsUnknown,
  holdWhenTheSuspectIsNotActive,
  holdWhenAnotherRunLeads,
  holdWhenOnlyObserving,
  holdDuringAQuietTime,
  holdDuringTheCoolDown,
  holdWhenTheDailyCapIsReached,
  holdWhenPeopleSaidNo,
  holdWhenNobodyReportsTheLoss,
  waitWhileNobodyOutsideReportsTheLoss,
  waitWhileTooFewReportTheLoss,
  waitWhileAsManySeeItHealthy,
  waitUntilTheLossHasLasted,
  waitWhileAPreferredRegionMayTakeOver,
  waitWhileTheTargetIsNotSeenHealthy,
  holdWhenTheTargetIsNotReady,
  waitWhileReadinessIsUnknown,
  askWhenTheSuspectStillAnswersSomebody,
  askWhileABreakGlassIsInForce,
  askWhenTheLossIsUnknown,
  askWhenTooMuchWouldBeLost,
  askWhenNoLossIsAllowed,
  askWhenThePlanWantsApproval,
  proceedWhenTheLossIsCertain,
];

/** The first rule with an opinion that people have not overruled decides; if none has one, we hold. */
export const decide = (facts: Facts): Verdict => {
  for (const rule of rules) {
    const said = rule(facts);
    const opinion = said?.says === 'ask' ? consent(said, facts) : said;
    if (opinion) return { ...patiently(opinion, facts), rule: nameOf(rule), facts };
  }
  return { ...hold('no rule asks for a failover'), rule: 'default', facts };
};

/** `holdWhenOneObserver` → `hold-when-one-observer`: a rule's name is its file's. */
export const nameOf = (rule: Rule): string => rule.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
