import { describe, expect, it } from 'vitest';
import { blurCited } from '../ledger/move.ts';
import { createPlan, planForReader } from '../negotiation.ts';
import { cite, compareWithWanted, isLiveProcess, listCitable, type Process, takeOffered } from './decision.ts';

const [offerId, otherId] = ['0197f7a0-0000-7000-8000-000000000001', '0197f7a0-0000-7000-8000-000000000002'];
const process: Process = {
  opportunityId: 'o',
  company: 'Umbra',
  alias: 'a bank',
  role: 'Lead',
  stage: 'offer',
  offers: [{ offerId, offered: null }],
};

describe('what is offered against what is wanted', () => {
  it('is met, below by so much, above by so much, or not known', () => {
    expect(compareWithWanted(100, 100)).toEqual({ kind: 'met' });
    expect(compareWithWanted(100, 92)).toEqual({ kind: 'below', by: 8 });
    expect(compareWithWanted(100, 101)).toEqual({ kind: 'above', by: 1 });
    expect([compareWithWanted(null, 1), compareWithWanted(1, null)]).toEqual([null, null]);
  });
  it('counts only in the plan’s currency, and a total only when all of it is known', () => {
    const offered = { base: 5, bonusPercent: null, total: 20, complete: true, currency: 'EUR' };
    expect(takeOffered(offered, 'EUR')).toEqual({ base: 5, total: 20 });
    expect(takeOffered({ ...offered, complete: false }, 'EUR')).toEqual({ base: 5, total: null });
    expect(takeOffered(offered, 'USD')).toEqual({ base: null, total: null });
    expect(takeOffered(null, 'EUR')).toEqual({ base: null, total: null });
  });
});

describe('a live process', () => {
  it('is one from the screening on, until it ends', () => {
    expect((['lead', 'applied', 'screen', 'negotiating', 'accepted', 'rejected'] as const).map(isLiveProcess)).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a competing offer', () => {
  it('is cited when there is one, under its alias', () => {
    expect(cite(null, null, [process], 'x')).toBeNull();
    expect(cite(offerId, null, [process], 'x')).toEqual({ offerId, as: 'a bank' });
    expect(cite(offerId, null, [{ ...process, alias: '' }], 'x')).toEqual({ offerId, as: 'an employer' });
    expect(listCitable([process, { ...process, offers: [] }])).toEqual([{ offerId, company: 'Umbra', role: 'Lead' }]);
  });
  it('is refused when there is none', () => {
    expect(() => cite(otherId, null, [process], 'move.cites')).toThrow('Only another offer that you have now');
    expect(() => cite(otherId, { offerId, as: 'a bank' }, [], 'x')).toThrow();
  });
  it('stays as it was cited when the offer has ended since', () => {
    const before = { offerId, as: 'a bank' };
    expect(cite(offerId, before, [], 'x')).toBe(before);
  });
  it('reaches a reader by its alias alone', () => {
    expect(blurCited({ offerId, as: 'a bank' })).toEqual({ offerId: '', as: 'a bank' });
    expect(blurCited(null)).toBeNull();
    const plan = createPlan('EUR');
    const own = {
      ...plan,
      ticks: ['open-1'],
      checklists: [otherId],
      situations: ['low-offer' as const],
      deciding: { said: { base: 7, total: null }, strengths: 'the team', gaps: '', answer: 'accept' as const, why: 'tired' },
      scripts: plan.scripts.map((script) => ({ ...script, cites: { offerId, as: 'a bank' } })),
    };
    const scripts = plan.scripts.map((script) => ({ ...script, cites: { offerId: '', as: 'a bank' } }));
    expect(planForReader(own)).toEqual({ ...plan, scripts });
  });
});
