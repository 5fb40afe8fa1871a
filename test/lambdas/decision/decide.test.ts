import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decide, rules } from '../../../lambdas/decision/decide';
import type { Facts, VoteFact } from '../../../lambdas/decision/facts';
import { factsOfALoss, vote } from './facts-of-a-loss';

const authority = factsOfALoss().authority!;
const brokenFor = (leftSeconds: number) => ({ until: 'soon', by: 'me', reason: 'the table is down', leftSeconds });

describe('decide', () => {
  it('proceeds when the loss is certain, and carries the facts it saw', () => {
    const facts = factsOfALoss();
    expect(decide(facts)).toMatchObject({ says: 'proceed', rule: 'proceed-when-the-loss-is-certain', facts });
  });

  it('S1 hears the DNS witness as one from outside, and as no more than one', () => {
    const votes = [vote('us-west-2', 'down'), vote('us-east-2', 'abstains')];
    expect(decide(factsOfALoss({ votes }))).toMatchObject({ says: 'wait' });
    expect(decide(factsOfALoss({ votes: [...votes, vote('dns-witness', 'down')] }))).toMatchObject({ says: 'proceed' });
    const alone = [vote('us-west-2', 'abstains'), vote('dns-witness', 'down')];
    expect(decide(factsOfALoss({ votes: alone }))).toMatchObject({ says: 'wait' });
  });

  it('S4 decides the same whatever AWS Health says: advice is for people', () => {
    const advice = [{ because: 'AWS Health says so', at: '2026-01-06T09:00:00.000Z', ageSeconds: 5 }];
    for (const spoilt of [{}, { votes: [] }, { votes: [vote('us-west-2', 'down'), vote('us-east-2', 'healthy')] }]) {
      const { says, rule, because } = decide(factsOfALoss({ ...spoilt, advice }));
      expect(decide(factsOfALoss(spoilt))).toMatchObject({ says, rule, because });
    }
  });

  it.each<[string, Partial<Facts>, string, string]>([
    [
      'S27 the kill switch is on',
      { authority: { ...authority, killSwitch: { by: 'me', at: 'now' } } },
      'hold',
      'hold-when-the-kill-switch-is-on',
    ],
    [
      'the run is in the suspected Region itself',
      { target: 'us-east-1' },
      'hold',
      'hold-when-this-region-is-the-suspect',
    ],
    ['S13 the authority is unknown', { authority: undefined }, 'wait', 'wait-while-the-authority-is-unknown'],
    [
      'the standby is lost',
      { authority: { ...authority, active: 'us-west-2', traffic: { 'us-west-2': true } } },
      'hold',
      'hold-when-the-suspect-is-not-active',
    ],
    [
      'S12 another run leads',
      { authority: { ...authority, leader: { run: 'r', region: 'us-west-2', since: 'now', abandoned: false } } },
      'hold',
      'hold-when-another-run-leads',
    ],
    [
      'S27 the mode is observe',
      { automation: { ...factsOfALoss().automation, mode: 'observe' } },
      'hold',
      'hold-when-only-observing',
    ],
    [
      'S27 the mode is approve',
      { automation: { ...factsOfALoss().automation, mode: 'approve' } },
      'ask',
      'ask-when-the-plan-wants-approval',
    ],
    [
      'S26 it is cooling down',
      { authority: { ...authority, cooldownLeftSeconds: 1 } },
      'hold',
      'hold-during-the-cool-down',
    ],
    [
      'S26 the daily cap is reached',
      { authority: { ...authority, movesToday: 2 } },
      'hold',
      'hold-when-the-daily-cap-is-reached',
    ],
    [
      'S4 nobody reports the loss',
      { votes: [vote('us-west-2', 'healthy'), vote('us-east-2', 'healthy')] },
      'hold',
      'hold-when-nobody-reports-the-loss',
    ],
    [
      'S1 only one reports it',
      { votes: [vote('us-west-2', 'unknown'), vote('us-east-2', 'down')] },
      'wait',
      'wait-while-too-few-report-the-loss',
    ],
    [
      'S1 only the one that would take over reports it',
      { votes: [vote('us-west-2', 'down'), vote('us-east-2', 'unknown')] },
      'wait',
      'wait-while-nobody-outside-reports-the-loss',
    ],
    [
      'S1 the votes are stale',
      { votes: [vote('us-west-2', 'down', { ageSeconds: 46 }), vote('us-east-2', 'down')] },
      'wait',
      'wait-while-too-few-report-the-loss',
    ],
    ['S3 nobody says anything', { votes: [] }, 'wait', 'wait-while-too-few-report-the-loss'],
    [
      'S1 the suspect itself is the second voice',
      { votes: [vote('us-east-2', 'down'), vote('us-east-1', 'down')] },
      'wait',
      'wait-while-too-few-report-the-loss',
    ],
    [
      'S1 as many see it healthy',
      { votes: [vote('us-west-2', 'down'), vote('us-east-2', 'down'), vote('a', 'healthy'), vote('b', 'healthy')] },
      'wait',
      'wait-while-as-many-see-it-healthy',
    ],
    [
      'S1 the loss has not lasted',
      { votes: [vote('us-west-2', 'down'), vote('us-east-2', 'down', { lastedSeconds: 89 })] },
      'wait',
      'wait-until-the-loss-has-lasted',
    ],
    [
      'S18 the target is not ready',
      { readiness: [{ resource: 'orders', says: 'not-ready', because: 'headless' }] },
      'hold',
      'hold-when-the-target-is-not-ready',
    ],
    [
      'S3 readiness is unknown',
      { readiness: [{ resource: 'orders', says: 'unknown', because: 'throttled' }] },
      'wait',
      'wait-while-readiness-is-unknown',
    ],
    [
      'S15 the active Region still answers somebody',
      { votes: [vote('us-west-2', 'down'), vote('us-east-2', 'down'), vote('eu-west-1', 'healthy')] },
      'ask',
      'ask-when-the-suspect-still-answers-somebody',
    ],
    [
      'S14 a person lets the suspect write for longer than a run waits',
      { authority: { ...authority, breakGlass: brokenFor(301) } },
      'ask',
      'ask-while-a-break-glass-is-in-force',
    ],
    [
      'S15 the loss is unknown',
      { losses: [{ resource: 'orders', allowed: true, because: 'no sample' }] },
      'ask',
      'ask-when-the-loss-is-unknown',
    ],
    [
      'S15 the loss is beyond the RPO',
      { losses: [{ resource: 'orders', allowed: true, boundSeconds: 301, because: 'lag' }] },
      'ask',
      'ask-when-too-much-would-be-lost',
    ],
    [
      'S15 no loss is allowed',
      { losses: [{ resource: 'orders', allowed: false, boundSeconds: 1, because: 'lag' }] },
      'ask',
      'ask-when-no-loss-is-allowed',
    ],
  ])('does not proceed when %s', (_, spoilt, says, rule) => {
    expect(decide(factsOfALoss(spoilt))).toMatchObject({ says, rule, because: expect.stringMatching(/.{10}/) });
  });

  it.each<[string, Partial<Facts>]>([
    ['ends within the time that a run waits', { authority: { ...authority, breakGlass: brokenFor(300) } }],
    [
      'is answered for by a person, who attests that nothing writes there',
      {
        authority: { ...authority, breakGlass: brokenFor(3_000) },
        signal: { from: 'person', because: 'by hand', attestsFence: 'the hosts are off' },
      },
    ],
  ])('S14 proceeds where a break-glass %s', (_, spoilt) => {
    expect(decide(factsOfALoss(spoilt))).toMatchObject({ says: 'proceed' });
  });

  it('S1 wants one vote from outside suspect and target, even when the target would have two', () => {
    const votes = [vote('us-west-2', 'down'), vote('us-west-2', 'down')];
    expect(decide(factsOfALoss({ votes })).rule).toBe('wait-while-nobody-outside-reports-the-loss');
  });

  it('S11 does not believe a vote from the future, because a clock is wrong', () => {
    const votes = [vote('us-west-2', 'down', { ageSeconds: -3 }), vote('us-east-2', 'down')];
    expect(decide(factsOfALoss({ votes })).rule).toBe('wait-while-too-few-report-the-loss');
  });

  it.each<[string, Facts['targetVotes']]>([
    [
      'both see the target down too: what fails everywhere is not the loss of a Region',
      [vote('us-west-2', 'down'), vote('us-east-2', 'down')],
    ],
    ['opinions on the target are divided', [vote('us-west-2', 'healthy'), vote('us-east-2', 'down')]],
    [
      'nobody knows how the target is (S3)',
      [vote('us-west-2', 'unknown'), vote('us-east-2', 'healthy', { ageSeconds: 46 })],
    ],
  ])('waits when %s', (_, targetVotes) => {
    expect(decide(factsOfALoss({ targetVotes }))).toMatchObject({
      says: 'wait',
      rule: 'wait-while-the-target-is-not-seen-healthy',
    });
  });

  it('replaces a run that was abandoned, because a run that died must not keep the application down', () => {
    const leader = { run: 'r', region: 'us-west-2', since: 'now', abandoned: true };
    expect(decide(factsOfALoss({ authority: { ...authority, leader } })).says).toBe('proceed');
  });

  it('finishes a move whose target is open but has no users yet', () => {
    const unfinished = { ...authority, active: 'us-west-2' };
    expect(decide(factsOfALoss({ authority: unfinished })).says).toBe('proceed');
    const finished = { ...unfinished, traffic: { 'us-east-1': false, 'us-west-2': true } };
    expect(decide(factsOfALoss({ authority: finished })).rule).toBe('hold-when-the-suspect-is-not-active');
  });

  it.each<[string, Facts['losses'], number | 'any' | undefined, boolean]>([
    ['an unknown loss that nobody accepts', [{ resource: 'orders', allowed: true, because: '' }], undefined, false],
    [
      'an unknown loss, of which a person accepts five minutes',
      [{ resource: 'orders', allowed: true, because: '' }],
      300,
      false,
    ],
    [
      'an unknown loss, of which a person accepts any',
      [{ resource: 'orders', allowed: true, because: '' }],
      'any',
      true,
    ],
    [
      'more than the plan allows, as a person accepts',
      [{ resource: 'orders', allowed: true, boundSeconds: 400, because: '' }],
      400,
      true,
    ],
    ['more than a person accepts', [{ resource: 'orders', allowed: true, boundSeconds: 401, because: '' }], 400, false],
    [
      'data that the plan guards, as a person accepts',
      [{ resource: 'orders', allowed: false, boundSeconds: 1, because: '' }],
      300,
      true,
    ],
  ])('S15 with %s', (_, losses, acceptsLossSeconds, proceeds) => {
    const signal = { from: 'person' as const, because: 'by hand', ...(acceptsLossSeconds && { acceptsLossSeconds }) };
    expect(decide(factsOfALoss({ losses, signal })).says === 'proceed').toBe(proceeds);
  });

  it.each(['observe', 'approve'] as const)('S27 moves in mode %s when a person asked for it', (mode) => {
    const automation = { ...factsOfALoss().automation, mode };
    expect(decide(factsOfALoss({ automation, signal: { from: 'person', because: 'by hand' } })).says).toBe('proceed');
  });

  it('S26 lets a person move during the cool-down and beyond the daily cap', () => {
    const facts = factsOfALoss({
      authority: { ...authority, cooldownLeftSeconds: 99, movesToday: 9 },
      signal: { from: 'person', because: 'by hand' },
    });
    expect(decide(facts).says).toBe('proceed');
  });

  it('S30 turns every wait into a hold once the run has waited for ten minutes, so that every run ends', () => {
    const verdict = decide(factsOfALoss({ votes: [], runSeconds: 600 }));
    expect(verdict).toMatchObject({ says: 'hold', because: expect.stringContaining('within 600 s') });
    const signal = { from: 'observer' as const, because: 'observers call again each minute' };
    expect(decide(factsOfALoss({ votes: [], runSeconds: 50, signal })).says).toBe('hold');
  });
});

describe('the rules', () => {
  it('stand one in a file of the same name', () => {
    const files = readdirSync(join(__dirname, '../../../lambdas/decision/rules')).map((file) =>
      file.replace('.ts', ''),
    );
    const names = rules.map(({ name }) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect([...names].sort()).toEqual(files.sort());
  });
});

describe('the whole space of votes', () => {
  const words: readonly VoteFact[] = (['healthy', 'down', 'unknown'] as const).flatMap((says) =>
    [5, 46].flatMap((ageSeconds) => [89, 95].map((lastedSeconds) => vote('?', says, { ageSeconds, lastedSeconds }))),
  );
  const electorates = words.flatMap((target) =>
    words.flatMap((outside) =>
      words.map((own) => [
        { ...target, observer: 'us-west-2' },
        { ...outside, observer: 'us-east-2' },
        { ...own, observer: 'us-east-1' },
      ]),
    ),
  );

  it('S1 S3 proceeds only when both outside the suspect say down, freshly and for long enough', () => {
    expect(electorates).toHaveLength(12 ** 3);
    for (const votes of electorates) {
      const certain = votes
        .slice(0, 2)
        .every(({ says, ageSeconds, lastedSeconds }) => says === 'down' && ageSeconds <= 45 && lastedSeconds >= 90);
      expect({ votes, proceeds: decide(factsOfALoss({ votes })).says === 'proceed' }).toEqual({
        votes,
        proceeds: certain,
      });
    }
  });
});
