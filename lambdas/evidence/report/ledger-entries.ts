import * as z from 'zod';
import type { Evidence } from '../compose';
import type { LedgerEntry } from '../ledger';

const vote = z.object({
  observer: z.string(),
  says: z.string(),
  ageSeconds: z.number(),
  lastedSeconds: z.number(),
  because: z.string(),
});

const loss = z.object({ resource: z.string(), boundSeconds: z.number().optional(), because: z.string() });

const readiness = z.object({ resource: z.string(), says: z.string(), because: z.string() });

const advice = z.object({ at: z.iso.datetime(), because: z.string() });

const opinion = z.object({ rule: z.string(), says: z.string(), because: z.string(), decides: z.boolean() });

const assessment = z.object({
  at: z.iso.datetime(),
  says: z.string(),
  because: z.string(),
  rule: z.string(),
  /** Of every rule that had one; older records have none. */
  opinions: z.array(opinion).default([]),
  facts: z.object({
    signal: z.object({ from: z.string(), because: z.string() }),
    suspect: z.string(),
    votes: z.array(vote),
    losses: z.array(loss),
    readiness: z.array(readiness),
    advice: z.array(advice).default([]),
  }),
});

/** A journey that does not assess says what it found of each thing, or of all in one sentence. */
const finding = z.union([
  z.object({ at: z.iso.datetime(), findings: z.array(z.object({ says: z.string(), because: z.string() })) }),
  z
    .object({ at: z.iso.datetime(), because: z.string() })
    .transform(({ at, because }) => ({ at, findings: [{ says: 'found', because }] })),
]);

const phase = z.object({ at: z.iso.datetime(), phase: z.string(), ok: z.boolean(), because: z.string() });

const notice = z.object({
  at: z.iso.datetime(),
  title: z.string(),
  told: z.array(z.object({ channel: z.string(), told: z.boolean(), because: z.string() })),
});

/** What people were asked, or what one role answered. */
const asked = z
  .object({ at: z.iso.datetime(), because: z.string(), role: z.string().optional(), says: z.string().optional() })
  .transform(({ at, because, role = 'the run', says = 'ask' }) => ({ at, who: role, says, because }));

const lead = z.object({
  at: z.iso.datetime(),
  led: z.boolean(),
  because: z.string(),
  epoch: z.int(),
  votes: z.array(z.object({ observer: z.string(), says: z.string(), since: z.iso.datetime() })),
});

export type AssessmentEntry = z.output<typeof assessment>;
export type VoteEntry = z.output<typeof vote>;
export type PhaseEntry = z.output<typeof phase>;

/** The ledger's entries as far as a page can show them; `unread` are the names of those that it cannot. */
export const readEntries = ({
  assessments,
  findings = [],
  phases,
  asked: questions = [],
  notices,
  lead: led,
}: Evidence) => {
  const unread: string[] = [];
  const read = <T>(schema: z.ZodType<T>, entries: readonly LedgerEntry[]): T[] =>
    entries.flatMap((entry) => {
      const { data } = schema.safeParse(entry);
      if (data === undefined) unread.push(entry.entry);
      return data ?? [];
    });
  return {
    assessments: read(assessment, assessments),
    findings: read(finding, findings),
    phases: read(phase, phases),
    asked: read(asked, questions),
    notices: read(notice, notices),
    lead: read(lead, led ? [led] : [])[0],
    unread,
  };
};

export type Entries = ReturnType<typeof readEntries>;
