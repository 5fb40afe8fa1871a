import * as z from 'zod';
import type { Signal } from './signal';

/** What an observer starts a run with, because alarms are edges and outages are levels. */
export const observerCall = z.strictObject({ observer: z.string(), lost: z.string(), since: z.iso.datetime() });

export type ObserverCall = z.output<typeof observerCall>;

export const fromObserver = ({ observer, lost, since }: ObserverCall): Signal => ({
  from: 'observer',
  suspect: lost,
  because: `the observer in ${observer} has seen ${lost} down since ${since}`,
});
