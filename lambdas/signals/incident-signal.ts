import * as z from 'zod';
import type { Plan } from '../plan/plan';
import { InvalidSignal } from './invalid-signal';
import { isObject, readShape } from './read-shape';

/** What an observer says when no Region is left that could take over. */
const incidentCall = z.strictObject({
  observer: z.string(),
  down: z.array(z.strictObject({ region: z.string(), since: z.iso.datetime() })).min(1),
});

export type IncidentCall = z.output<typeof incidentCall>;

/** What a person types into the console. */
const incidentQuestion = z.strictObject({ reason: z.string().min(1) });

/** What woke the incident up. It decides nothing: everything is looked at again (S4). */
export interface IncidentSignal {
  readonly from: 'observer' | 'person';
  /** Since when the observer has seen each Region down, ISO 8601; empty when a person asks. */
  readonly down: IncidentCall['down'];
  /** In words, for the evidence. */
  readonly because: string;
}

/** Reads the input of an incident; anything unknown is an `InvalidSignal` that says what is allowed (S32). */
export const parseIncidentSignal = (input: unknown, { regions }: Pick<Plan, 'regions'>): IncidentSignal => {
  if (!isObject(input)) throw new InvalidSignal(`${JSON.stringify(input)} is no input for an incident; ${ALLOWED}`);
  if (!('observer' in input)) {
    const { reason } = readShape(incidentQuestion, input, ALLOWED);
    return { from: 'person', down: [], because: `started by hand: ${reason}` };
  }
  const { observer, down } = readShape(incidentCall, input, ALLOWED);
  const known = regions.map(({ name }) => name);
  const strange = down.find(({ region }) => !known.includes(region));
  if (strange) throw new InvalidSignal(`"${strange.region}" is no Region of the plan; allowed: ${known.join(', ')}`);
  return { from: 'observer', down, because: `the observer in ${observer} sees no Region that serves` };
};

const ALLOWED = 'start it with {"reason": "why"}, or from an observer';
