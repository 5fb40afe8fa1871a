import * as z from 'zod';
import { noteAdvice } from '../authority/advice';
import { parseHealthEvent } from '../signals/health-event';
import { lambda, type Room } from './lambda';

/** Notes what AWS Health says, for whoever reads the next assessment. */
const work = async (event: unknown, room: Room) => {
  const advice = parseHealthEvent(event);
  await noteAdvice(room.replicas(advice.region), advice);
  return { noted: advice.because };
};

export const { create, handler } = lambda('note-advice', z.unknown(), work);
