import { describe, expect, it } from 'vitest';
import { createPlan } from '../negotiation.ts';
import { Plan } from './input.ts';
import { findPlayPhase, playPhases, situations } from './playbook.ts';
import { situationPlaybooks } from './situation-playbook.ts';
import { stagePlaybooks } from './stage-playbook.ts';
import { countTicked, isPlayLine } from './tick.ts';

const books = [...playPhases.map((stage) => stagePlaybooks[stage]), ...situations.map((one) => situationPlaybooks[one])];

describe('the playbooks', () => {
  it('give every line an id of its own', () => {
    const ids = books.flatMap((book) => book.lines.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(isPlayLine)).toBe(true);
    expect([isPlayLine('receive-0'), isPlayLine('')]).toEqual([false, false]);
  });
  it('have ten lines for each stage', () => {
    for (const phase of playPhases) expect(stagePlaybooks[phase].lines, phase).toHaveLength(10);
  });
  it('speak calmly: short, whole sentences and no cheering', () => {
    for (const { text } of books.flatMap((book) => book.lines)) expect(text, text).toMatch(/^[A-Z“][^!]{8,110}[.]$/);
  });
  it('count what is ticked', () => {
    const [first, second] = stagePlaybooks.open.lines;
    expect(countTicked(stagePlaybooks.open, [first?.id ?? '', second?.id ?? '', 'close-1'])).toEqual({ done: 2, of: 10 });
  });
  it('follow the ledger', () => {
    const since = '2026-05-01T09:00:00Z';
    expect(findPlayPhase({ state: 'not-begun' }, false, false)).toBe('receive');
    expect(findPlayPhase({ state: 'theirs', since }, true, false)).toBe('open');
    expect(findPlayPhase({ state: 'yours', since }, false, true)).toBe('prepare');
    expect(findPlayPhase({ state: 'yours', since }, true, true)).toBe('push-back');
    expect(findPlayPhase({ state: 'accepted', by: 'candidate', since }, true, true)).toBe('close');
  });
});

describe('the ticks of a plan', () => {
  const plan = createPlan('EUR');
  it('are of lines that exist, each once', () => {
    expect(Plan.safeParse({ ...plan, ticks: ['receive-1', 'low-offer-2'] }).success).toBe(true);
    for (const ticks of [['receive-99'], ['receive-1', 'receive-1'], 'receive-1', [1]])
      expect(Plan.safeParse({ ...plan, ticks }).success, String(ticks)).toBe(false);
  });
  it('are none where a plan has not said', () => {
    const { ticks: _, situations: __, ...before } = plan;
    expect(Plan.parse(before)).toEqual(plan);
  });
});
