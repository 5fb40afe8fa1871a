import * as z from 'zod';
import { exerciseVersions, type Exercised } from '../exercise/exercise-versions';
import { exerciseNotice } from '../notify/notices';
import { NobodyTold, tell } from '../notify/tell';
import { names } from '../plan/names';
import { lambda, type Room } from './lambda';
import { tick } from './tick';

const functionNames = z.array(z.string()).nonempty();

/** So few at once that an account with the smallest quota keeps some for the loops: 10 in a new account. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const AT_ONCE = 4;

/** Invokes the functions that journeys call here, and tells people today of those that would fail on the day (S19). */
const work = async (_: unknown, room: Room) => {
  const { plan, here, outside } = room;
  const waiting = functionNames.parse(JSON.parse(room.variable('FUNCTIONS')));
  const exercised: Exercised[] = [];
  const goOn = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      exercised.push(...(await exerciseVersions(outside, here, names(plan).handler(next))));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, goOn));
  const faults = exercised.filter(({ fault }) => fault !== undefined);
  if (faults.length > 0) {
    const notice = exerciseNotice(plan, here, faults);
    const told = await tell(outside, plan, { region: here, topicArn: room.variable('TOPIC') }, notice);
    if (!told.some((one) => one.told)) throw new NobodyTold(`nobody could be told: ${notice.title}`);
  }
  return { exercised: exercised.length, faults };
};

export const { create, handler } = lambda('exercise', tick, work);
