import { z } from 'zod';

const vote = z.object({
  pk: z.literal('vote'),
  observer: z.string(),
  opinions: z.array(z.object({ region: z.string(), says: z.string(), because: z.string() })),
});

/** Every write of a rehearsal comes by here, and most are of another kind: a look at the key is far cheaper than a schema. */
const isKeptAt = (key: string, item: unknown, sortKey = ''): boolean => {
  const { pk, sk } = (item ?? {}) as { readonly pk?: unknown; readonly sk?: unknown };
  return String(pk).startsWith(key) && String(sk).startsWith(sortKey);
};

/** What an observer says now and did not say before; its first word is told only if it is not *healthy*. */
export const tellVote = (before: unknown, after: unknown): { region: string; what: string }[] => {
  if (!isKeptAt('vote', after)) return [];
  const now = vote.safeParse(after).data;
  const then = vote.safeParse(before).data;
  if (!now) return [];
  return now.opinions
    .filter(({ region, says }) => {
      const said = then?.opinions.find((opinion) => opinion.region === region)?.says ?? 'healthy';
      return said !== says;
    })
    .map(({ region, says, because }) => ({ region: now.observer, what: `votes ${region} ${says}: ${because}` }));
};

const authority = z.object({
  pk: z.literal('authority'),
  epoch: z.number(),
  active: z.string(),
  traffic: z.record(z.string(), z.boolean()),
  run: z.object({ name: z.string(), region: z.string() }).optional(),
});

/** What the authority says now and did not say before. */
export const tellAuthority = (before: unknown, after: unknown): { region: string; what: string }[] => {
  if (!isKeptAt('authority', after)) return [];
  const now = authority.safeParse(after).data;
  const then = authority.safeParse(before).data;
  if (!now) return [];
  const on = ({ traffic }: { traffic: Record<string, boolean> }) =>
    Object.keys(traffic).filter((name) => traffic[name]);
  const news = [
    now.epoch !== then?.epoch && `epoch ${now.epoch}${now.run ? ` belongs to ${now.run.name}` : ''}`,
    now.active !== then?.active && `${now.active} may write`,
    on(now).join() !== (then && on(then).join()) && `traffic goes to ${on(now).join(', ')}`,
  ];
  const region = now.run?.region ?? now.active;
  return news.filter((what) => what !== false).map((what) => ({ region, what }));
};

const ledger = z.object({ pk: z.string().startsWith('ledger#'), says: z.string(), because: z.string() });
const step = ledger.extend({ sk: z.string().startsWith('step#'), phase: z.string(), resource: z.string() });
const assessment = ledger.extend({ sk: z.string().startsWith('assessment#'), rule: z.string() });

const runOf = ({ pk }: { pk: string }) => pk.slice('ledger#'.length);

/** What a step says now and did not say before; that it is about to act is not told. */
export const tellStep = (before: unknown, after: unknown): { run: string; what: string } | undefined => {
  if (!isKeptAt('ledger#', after, 'step#')) return undefined;
  const now = step.safeParse(after).data;
  if (!now || now.says === 'intent' || now.says === step.safeParse(before).data?.says) return undefined;
  return { run: runOf(now), what: `${now.phase} ${now.resource}: ${now.says}, ${now.because}` };
};

/** What an assessment came to, and by which rule. */
export const tellVerdict = (after: unknown): { run: string; rule: string; what: string } | undefined => {
  if (!isKeptAt('ledger#', after, 'assessment#')) return undefined;
  const now = assessment.safeParse(after).data;
  return now && { run: runOf(now), rule: now.rule, what: `verdict ${now.says}: ${now.because}` };
};
