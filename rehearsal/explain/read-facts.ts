import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Facts } from '../../lambdas/decision/facts';
import { BadRequest } from '../bad-request';
import { factsShape } from './facts-shape';

const evidence = z.object({ assessments: z.array(z.object({ facts: z.unknown() })) });

/** Reads facts from a file of their own, or those of the last assessment from a run's evidence.json. */
export const readFacts = (file: string): Facts => {
  const written = parse(file, readText(file));
  const read = factsShape.safeParse(factsIn(written, file));
  if (read.data) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join('.') || 'facts'}: ${message}`);
  throw new BadRequest(`${file} holds no facts: ${problems.join('; ')}; ${ALLOWED}`);
};

const ALLOWED = 'allowed are the `facts` of an assessment, or a whole evidence.json';

const factsIn = (written: unknown, file: string): unknown => {
  const read = evidence.safeParse(written).data;
  if (!read) return written;
  const last = read.assessments.at(-1);
  if (last) return last.facts;
  throw new BadRequest(`${file} is the evidence of a run that assessed nothing; ${ALLOWED}`);
};

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    throw new BadRequest(`${file} cannot be read (${(fault as NodeJS.ErrnoException).code}); ${ALLOWED}`);
  }
};

const parse = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new BadRequest(`${file} is no JSON (${(fault as Error).message}); ${ALLOWED}`);
  }
};
