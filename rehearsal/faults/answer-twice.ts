import { onEachQuestion, say } from '../scenarios/person';
import type { Fault } from './fault';
import { between, oneOf, regionsOf } from './places';

const THINKS_SECONDS = [1, 90] as const;

/** Of all answers, this share is yes. */
const YES_SHARE = 0.6;

/** They do not know of each other, and may be of two minds. */
export const answerTwice: Fault = {
  name: 'answer-twice',
  id: 'F35',
  summary: 'whoever is asked answers twice, from any Region, the same or not',
  passes: true,
  byPeople: true,
  strike: (stage, draw) => {
    const { cloud, plan } = stage;
    return onEachQuestion(stage, (run) => {
      for (const role of plan.automation.approval.roles) {
        for (const region of [oneOf(regionsOf(plan), draw()), oneOf(regionsOf(plan), draw())]) {
          const says = draw() < YES_SHARE ? 'yes' : 'no';
          const later = between(THINKS_SECONDS, draw()) * 1000;
          cloud.world.clock.after(later, () =>
            say(stage, region, `approve-${role}`, { run, says, reason: 'I think so' }),
          );
        }
      }
    });
  },
};
