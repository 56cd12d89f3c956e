import { describe, expect, it } from 'vitest';
import type { Ask } from '../asks/ask.ts';
import type { Move } from '../ledger/move.ts';
import { emptyPackage, type Package } from '../package.ts';
import { canAddTerms, candidateLabel, listTermCandidates, mostTerms, newTerm, sameTerm, termKey } from './draft.ts';
import type { Term, TermContent } from './term.ts';

const move = (index: number, party: Move['party'], offer: Partial<Package>, kind: Move['kind'] = 'propose'): Move => ({
  moveId: `m${index}`,
  at: `2026-05-0${index}T09:00:00.000Z`,
  party,
  kind,
  channel: 'call',
  counterpart: null,
  package: { ...emptyPackage, ...offer },
  words: '',
  firmness: 'unclear',
  heard: [],
  about: null,
  cites: null,
});
const ask = (askId: string, title: string, amount: number | null): Ask => ({
  askId,
  rev: 1,
  leg: 'budget',
  tier: 'must',
  title,
  amount,
  justification: '',
  fallback: '',
  fromNeed: null,
  evidenceIds: [],
  proofIds: [],
  serves: null,
});
const money = (minor: number) => ({ kind: 'money' as const, minor, currency: 'EUR' });
const kept = (termId: string, content: Partial<TermContent>): Term => ({
  ...newTerm({ component: 'base', name: '', value: money(1) }),
  ...content,
  termId,
  rev: 1,
  state: 'proposed',
});

describe('what the negotiation suggests as terms', () => {
  it('is what the latest proposal left on its side of the table, then the asks', () => {
    const moves = [
      move(1, 'employer', { base: 8_500_000, signOn: 1_000_000 }),
      move(2, 'candidate', { base: 9_900_000 }),
      move(3, 'employer', {
        base: 8_850_000,
        bonusPercent: '10',
        equity: 4_000_000,
        others: [{ name: 'Retention', amount: 50_000, every: 'once' }],
      }),
      move(4, 'candidate', {}, 'talk'),
    ];
    const found = listTermCandidates(moves, [ask('a1', 'Two designers', null), ask('a2', 'Tools', 70_000)], [], 'EUR');
    expect(found.map(({ key, from, content }) => [key, from, content.component, content.name, content.value])).toEqual([
      ['base', 'package', 'base', '', money(8_850_000)],
      ['bonusPercent', 'package', 'bonus', '', { kind: 'percent', percent: '10' }],
      ['signOn', 'package', 'signOn', '', money(1_000_000)],
      ['equity', 'package', 'equity', '', money(4_000_000)],
      ['other:retention', 'package', 'other', 'Retention', money(50_000)],
      ['ask:a1', 'ask', 'other', 'Two designers', { kind: 'text', text: 'as asked' }],
      ['ask:a2', 'ask', 'other', 'Tools', money(70_000)],
    ]);
    expect(found.map(candidateLabel).slice(3, 6)).toEqual(['Equity', 'Retention', 'Two designers']);
    expect(found[0]?.content).toEqual({
      component: 'base',
      name: '',
      value: money(8_850_000),
      spoken: null,
      written: null,
      reason: '',
    });
  });
  it('is theirs with all they named when the latest proposal is mine, and mine once they accept it', () => {
    const moves = [move(1, 'employer', { base: 1, signOn: 5, equity: 9 }), move(2, 'candidate', { base: 2 })];
    const values = (...more: Move[]) =>
      listTermCandidates([...moves, ...more], [], [], 'EUR').map(({ content }) => content.value);
    expect(values()).toEqual([money(1), money(5), money(9)]);
    expect(values(move(3, 'employer', {}, 'accept'))).toEqual([money(2), money(5), money(9)]);
    expect(values(move(3, 'candidate', {}, 'accept'))).toEqual([money(1), money(5), money(9)]);
    expect(listTermCandidates([move(1, 'candidate', { base: 2 })], [], [], 'EUR')).toEqual([]);
  });
  it('knows the twin of a component among the asks by its words', () => {
    const moves = [move(1, 'employer', { base: 1, equity: 9, others: [{ name: 'Tools', amount: 3, every: 'year' }] })];
    const asks = ['A base of 98,000', 'More stock', 'A signing bonus', 'Two designers', 'Database licences'];
    const found = listTermCandidates(
      moves,
      asks.map((title, at) => ({ ...ask(`a${at}`, title, 1), leg: 'compensation' as const })),
      [],
      'EUR',
    );
    expect(found.filter(({ twin }) => twin).map(({ key }) => key)).toEqual(['ask:a0', 'ask:a1']);
  });
  it('takes no other ask for a twin because of a word in it', () => {
    const moves = [
      move(1, 'employer', {
        base: 1,
        equity: 9,
        bonusPercent: '5',
        clauses: [
          { about: 'level', text: 'L5' },
          { about: 'remote', text: 'yes' },
        ],
      }),
    ];
    const titles = [
      'Clean-up of the code base',
      'Options to work from Lisbon',
      'A mentor above my level',
      'Two remote hires',
      'Level',
    ];
    const asks = titles.map((title, at) => ({ ...ask(`a${at}`, title, 1), leg: 'support' as const }));
    const found = listTermCandidates(moves, asks, [], 'EUR').filter(({ from }) => from === 'ask');
    expect(found.map(({ twin }) => twin)).toEqual([false, false, false, false, true]);
  });
  it('takes what only they named once they accept, however late they named it', () => {
    const moves = [
      move(1, 'employer', { base: 175 }),
      move(2, 'candidate', { base: 200 }),
      move(3, 'employer', { equity: 300 }),
      move(4, 'employer', {}, 'accept'),
    ];
    expect(listTermCandidates(moves, [], [], 'EUR').map(({ key, content }) => [key, content.value])).toEqual([
      ['base', { kind: 'money', minor: 200, currency: 'EUR' }],
      ['equity', { kind: 'money', minor: 300, currency: 'EUR' }],
    ]);
  });
  it('keeps nothing said as a value: no sign-on is a term, an unsaid one is none', () => {
    expect(listTermCandidates([move(1, 'employer', { signOn: 0 })], [], [], 'EUR').map(({ key }) => key)).toEqual(['signOn']);
    expect(listTermCandidates([], [], [], 'EUR')).toEqual([]);
    expect(listTermCandidates([move(1, 'employer', {}, 'talk')], [ask('a1', 'Tools', 1)], [], 'EUR')).toHaveLength(1);
  });
  it('leaves out what is a term already, and an ask that says what the package says', () => {
    const moves = [move(1, 'employer', { base: 1, signOn: 2, others: [{ name: 'Tools', amount: 3, every: 'year' }] })];
    const terms = [kept('t1', {}), kept('t2', { component: 'other', name: ' retention ' })];
    const asks = [ask('a1', 'tools', 4), ask('a2', 'Retention', 5), ask('a3', 'Base', 6)];
    expect(listTermCandidates(moves, asks, terms, 'EUR').map(({ key }) => key)).toEqual(['signOn', 'other:tools', 'ask:a3']);
  });
});

describe('two terms about one thing', () => {
  const terms = [kept('t1', {}), kept('t2', { component: 'other', name: 'Leave' })];
  it('are found by component or by name, but for the one being edited', () => {
    expect(sameTerm(terms, { component: 'base', name: '' }, null)?.termId).toBe('t1');
    expect(sameTerm(terms, { component: 'base', name: '' }, 't1')).toBeNull();
    expect(sameTerm(terms, { component: 'other', name: 'LEAVE ' }, 't1')?.termId).toBe('t2');
    expect(sameTerm(terms, { component: 'other', name: 'base' }, null)).toBeNull();
    expect(termKey({ component: 'other', name: 'A b' })).toBe('other:a b');
  });
  it('have room up to a limit', () => {
    expect([canAddTerms(mostTerms - 1, 1).allowed, canAddTerms(0, mostTerms).allowed]).toEqual([true, true]);
    expect(canAddTerms(mostTerms, 1)).toEqual({ allowed: false, reason: 'A negotiation holds at most 60 terms.' });
  });
});
