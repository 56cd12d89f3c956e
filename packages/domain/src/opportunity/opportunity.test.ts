import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildColumns, type Card, findNearestDeadline, isOverdue, sortByUrgency, sortCards } from './board.ts';
import { anEmployer, employerFor, namesCompany } from './header.ts';
import { CreateOpportunity, SaveOpportunity } from './input.ts';
import {
  canDate,
  canMove,
  canUndo,
  isEnding,
  latestToday,
  listNextStages,
  moveKind,
  orderHistory,
  type StageEntry,
  stages,
} from './opportunity.ts';

const uuid = (n: number) => `0197f7a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const now = new Date('2026-11-22T09:00:00Z');
const entry = (n: number, stage: StageEntry['stage'], on: string, at = `${on}T08:00:00.000Z`): StageEntry => ({
  id: uuid(n),
  stage,
  on,
  at,
});

describe('moves between stages', () => {
  it('go on and back among live stages', () => {
    expect(moveKind('lead', 'interview')).toBe('onward');
    expect(moveKind('offer', 'screen')).toBe('back');
    expect([canMove('lead', 'interview').allowed, canMove('offer', 'screen').allowed]).toEqual([true, true]);
  });
  it('end, and reopen', () => {
    expect([moveKind('offer', 'declined'), moveKind('rejected', 'screen')]).toEqual(['end', 'reopen']);
    expect(canMove('rejected', 'withdrawn')).toMatchObject({ reason: expect.stringContaining('Reopen') });
    expect(canMove('rejected', 'screen').allowed).toBe(true);
  });
  it('accept or decline only what was offered', () => {
    const from = stages.filter((stage) => canMove(stage, 'accepted').allowed);
    expect(from).toEqual(['offer', 'negotiating']);
    expect(stages.filter((stage) => canMove(stage, 'declined').allowed)).toEqual(from);
  });
  it('reject only who applied; anybody may withdraw', () => {
    expect(canMove('lead', 'rejected').allowed).toBe(false);
    expect(stages.filter((stage) => !isEnding(stage) && !canMove(stage, 'withdrawn').allowed)).toEqual([]);
  });
  it('always lead somewhere, never to the same place, and out of every end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stages), (stage) => {
        const next = listNextStages(stage);
        expect(next).not.toContain(stage);
        expect(next.some((to) => !isEnding(to))).toBe(true);
        expect(next.some(isEnding)).toBe(!isEnding(stage));
      }),
    );
  });
});

describe('dates of the history', () => {
  const history = [entry(1, 'lead', '2026-11-01'), entry(2, 'applied', '2026-11-10')];
  it('go forward and not into the future', () => {
    expect(canDate(history, '2026-11-10', now).allowed).toBe(true);
    expect(canDate(history, '2026-11-09', now)).toMatchObject({ reason: expect.stringContaining('2026-11-10') });
    expect(canDate(history, '2026-11-22', now).allowed).toBe(true);
    expect(canDate(history, '2026-11-23', now)).toMatchObject({ reason: expect.stringContaining('still to come') });
    expect(canDate([], '2001-01-01', now).allowed).toBe(true);
  });
  it('know the latest today on earth', () => {
    expect(latestToday(new Date('2026-11-22T09:59:59Z'))).toBe('2026-11-22');
    expect(latestToday(new Date('2026-11-22T10:00:00Z'))).toBe('2026-11-23');
    expect(latestToday(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
  });
  it('are put in order by day, then by when they were written', () => {
    const a = entry(1, 'lead', '2026-11-01', '2026-11-03T00:00:00.000Z');
    const b = entry(2, 'applied', '2026-11-01', '2026-11-04T00:00:00.000Z');
    const c = entry(3, 'screen', '2026-11-02', '2026-11-02T00:00:00.000Z');
    expect(orderHistory([c, b, a])).toEqual([a, b, c]);
  });
});

describe('undoing a change of stage', () => {
  it('is for a slip just now', () => {
    const slip = (at: string) => canUndo([entry(1, 'lead', '2026-11-01'), entry(2, 'applied', '2026-11-22', at)], now).allowed;
    expect(slip('2026-11-22T08:59:50.000Z')).toBe(true);
    expect(slip('2026-11-22T08:50:00.000Z')).toBe(true);
    expect(slip('2026-11-22T08:49:59.000Z')).toBe(false);
  });
  it('never undoes the beginning', () => {
    expect(canUndo([entry(1, 'lead', '2026-11-22', now.toISOString())], now).allowed).toBe(false);
    expect(canUndo([], now).allowed).toBe(false);
  });
});

describe('the employer as a viewer may see it', () => {
  it('is the company, the alias, or nobody in particular', () => {
    expect(employerFor({ company: 'Acme', alias: 'fintech, 500 people' }, true)).toBe('Acme');
    expect(employerFor({ company: 'Acme', alias: 'fintech, 500 people' }, false)).toBe('fintech, 500 people');
    expect(employerFor({ company: 'Acme', alias: '' }, false)).toBe(anEmployer);
  });
  it('without the right to it never depends on the company', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (one, other, alias) => {
        expect(employerFor({ company: one, alias }, false)).toBe(employerFor({ company: other, alias }, false));
      }),
    );
  });
  it('is recognised in a text', () => {
    for (const text of ['Engineer at ACME', 'acme: payments', 'the “Acme” way', 'Ácme'])
      expect(namesCompany(text, 'Acme'), text).toBe(true);
    for (const text of ['acmeology', 'payments', '']) expect(namesCompany(text, 'Acme'), text).toBe(false);
    expect(namesCompany('Blue-Sky Ltd', 'blue sky')).toBe(true);
    expect(namesCompany('anything', '!!')).toBe(false);
  });
});

describe('the board', () => {
  const card = (n: number, more: Partial<Card>): Card => ({
    opportunityId: uuid(n),
    rev: 1,
    company: `Company ${n}`,
    role: 'Engineer',
    level: '',
    place: '',
    targeted: false,
    tags: [],
    calls: [],
    followedOn: null,
    archived: false,
    stage: 'lead',
    since: '2026-11-01',
    next: null,
    deadline: null,
    ...more,
  });
  const cards = [
    card(1, { since: '2026-11-05' }),
    card(2, { next: { act: 'call', on: null } }),
    card(3, { next: { act: 'mail', on: '2026-11-30' } }),
    card(4, { next: { act: 'send', on: '2026-11-20' }, stage: 'offer' }),
    card(5, { stage: 'withdrawn' }),
    card(6, { stage: 'accepted', since: '2026-11-09' }),
    card(7, {}),
  ];
  const ids = (some: Card[]) => some.map(({ opportunityId }) => Number(opportunityId.slice(-2)));

  it('has a column for each live stage and one for what has ended', () => {
    expect(buildColumns(cards).map(({ name, cards: some }) => [name, ids(some)])).toEqual([
      ['lead', [3, 2, 7, 1]],
      ['applied', []],
      ['screen', []],
      ['interview', []],
      ['final', []],
      ['offer', [4]],
      ['negotiating', []],
      ['ended', [6, 5]],
    ]);
  });
  it('loses no card', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...stages), { maxLength: 20 }), (some) => {
        const all = some.map((stage, n) => card(n, { stage }));
        expect(
          buildColumns(all)
            .flatMap((column) => ids(column.cards))
            .sort(),
        ).toEqual(ids(all).sort());
      }),
    );
  });
  it('sorts the list both ways', () => {
    const rank = (stage: Card['stage']) => stages.indexOf(stage);
    expect(ids(sortCards(cards, 'stage', true, rank))).toEqual([1, 2, 3, 7, 4, 6, 5]);
    expect(ids(sortCards(cards, 'company', false, rank))).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(ids(sortCards(cards, 'next', true, rank)).slice(0, 3)).toEqual([4, 3, 2]);
    expect(ids(sortByUrgency(cards))[0]).toBe(4);
  });
  it('knows the nearest deadline', () => {
    const at = (...days: string[]) =>
      findNearestDeadline(
        days.map((day) => new Date(`${day}T00:00:00Z`)),
        now,
      )?.slice(0, 10) ?? null;
    expect([at(), at('2026-12-03', '2026-11-25', '2026-11-01'), at('2026-11-01', '2026-11-20')]).toEqual([
      null,
      '2026-11-25',
      '2026-11-20',
    ]);
  });
  it('knows what is overdue', () => {
    expect(isOverdue({ act: 'x', on: '2026-11-21' }, '2026-11-22')).toBe(true);
    expect(isOverdue({ act: 'x', on: '2026-11-22' }, '2026-11-22')).toBe(false);
    expect([isOverdue({ act: 'x', on: null }, '2026-11-22'), isOverdue(null, '2026-11-22')]).toEqual([false, false]);
  });
});

describe('what the owner writes', () => {
  const details = {
    company: 'Acme',
    alias: '',
    role: 'Engineer',
    level: '',
    place: '',
    source: '',
    posting: '',
    targeted: false,
    people: [],
    next: null,
  };
  const person = { id: uuid(1), part: 'recruiter', name: 'Rita', contact: '', note: '' };
  const takes = (more: object) =>
    SaveOpportunity.safeParse({ opportunityId: uuid(1), rev: 1, details: { ...details, ...more } }).success;

  it('needs a company and a role', () => {
    expect(takes({})).toBe(true);
    expect(takes({ people: [person], next: { act: 'Call', on: '2026-11-23' } })).toBe(true);
    expect([takes({ company: ' ' }), takes({ role: '' })]).toEqual([false, false]);
    expect(
      CreateOpportunity.safeParse({ company: 'Acme', role: 'Engineer', alias: '', stage: 'lead', on: '2026-11-22' }).success,
    ).toBe(true);
  });
  it('refuses what nobody can mean', () => {
    for (const bad of [
      { company: 'x'.repeat(121) },
      { company: 'Ac\u202eme' },
      { role: 'a\nb' },
      { posting: 'x'.repeat(16_001) },
      { targeted: 'yes' },
      { people: [{ ...person, part: 'friend' }] },
      { people: [person, person] },
      { people: Array.from({ length: 21 }, (_, n) => ({ ...person, id: uuid(n) })) },
      { next: { act: '', on: null } },
      { next: { act: 'Call', on: '2026-02-30' } },
      { surprise: 1 },
    ])
      expect(takes(bad), JSON.stringify(bad).slice(0, 60)).toBe(false);
  });
});
