import { describe, expect, it } from 'vitest';
import type { Stage } from '../opportunity/opportunity.ts';
import { canLook, employerKey, isTold, mostEmployers, pickCompared } from './overlap.ts';

const now = new Date('2026-11-26T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
const pursuit = (stage: Stage, ...history: [Stage, number][]) => ({
  stage,
  history: history.map(([reached, days]) => ({ stage: reached, at: daysAgo(days) })),
});

describe('an employer', () => {
  it.each([
    ['Acme', 'The ACME, Inc.'],
    ['Müller & Söhne GmbH', 'muller sohne'],
    ['Société Générale S.A.', 'societe generale s a'],
    ['ＡＣＭＥ', 'acme'],
    ['山田商事', '山田商事'],
  ])('is one under two writings: %s, %s', (a, b) => {
    expect(employerKey(a)).toBe(employerKey(b));
  });

  it('is not another one, and never nothing because its name is a legal form', () => {
    expect(employerKey('Acme Labs')).not.toBe(employerKey('Acme'));
    expect([employerKey('SE'), employerKey('Group Co'), employerKey(' !! ')]).toEqual(['se', 'group co', '']);
  });
});

describe('what is compared', () => {
  it('has been in process for two days by the server’s clock, not by a day that somebody entered', () => {
    const ripe = pursuit('interview', ['lead', 9], ['screen', 3], ['interview', 0]);
    const fresh = pursuit('screen', ['lead', 9], ['screen', 1]);
    const lead = pursuit('lead', ['lead', 9]);
    const over = pursuit('rejected', ['screen', 9], ['rejected', 1]);
    expect(pickCompared([ripe, fresh, lead, over], now)).toEqual([ripe]);
  });

  it('is twelve at most, those first that have been longest', () => {
    const many = Array.from({ length: 20 }, (_, at) => pursuit('offer', ['offer', at + 3]));
    expect(pickCompared(many, now)).toEqual(many.toReversed().slice(0, mostEmployers));
  });
});

describe('a look', () => {
  it('waits a day for the next one, and for something to compare', () => {
    const looked = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
    expect([
      canLook(null, 1, now),
      canLook(looked(19), 1, now),
      canLook(looked(21), 1, now),
      canLook(null, 0, now),
    ]).toMatchObject([{ allowed: true }, { allowed: false }, { allowed: true }, { allowed: false }]);
  });

  it('that found one says so for thirty days', () => {
    expect([isTold(null, now), isTold(new Date(daysAgo(29)), now), isTold(new Date(daysAgo(31)), now)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
