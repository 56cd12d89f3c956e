import { newId } from '@parley/db/id';
import { emptyPackage } from '@parley/domain/negotiation/package';
import type { TermValue } from '@parley/domain/negotiation/terms/term';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, moveOf, openTable, type Seats, seatCouncil, shareAll, type Table } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let seats: Seats;
let table: Table;
let world: World;
let ana: Person;
let ben: Person;
let dora: Person;

beforeAll(async () => {
  seats = await seatCouncil();
  ({ world, ana, ben, dora } = seats);
});
afterAll(() => world.close());
beforeEach(async () => {
  table = await openTable(ana);
});

const eur = (minor: number): TermValue => ({ kind: 'money', minor, currency: 'EUR' });
const baseTerm = { component: 'base' as const, name: '', value: eur(8_850_000) };
const spoken = { who: 'Kim, director', on: '2026-05-03', words: 'You have it.' };
const letter = (value: TermValue) => ({ value, document: 'Offer letter', page: '2', on: '2026-05-08' });
const list = (person: Person) => person.api.term.list.query({ negotiationId: table.negotiationId });

async function addTerm(term: typeof baseTerm | { component: 'other'; name: string; value: TermValue } = baseTerm) {
  return ana.api.term.create.mutate({ negotiationId: table.negotiationId, term });
}

describe('a term', () => {
  it('goes from proposed to agreed to confirmed, with who, when, words, document, page and date', async () => {
    const { termId } = await addTerm();
    await ana.api.term.mark.mutate({ termId, rev: 1, step: { to: 'agreed', value: eur(8_800_000), spoken } });
    await ana.api.term.mark.mutate({ termId, rev: 2, step: { to: 'confirmed', written: letter(eur(8_800_000)) } });
    expect(await list(ana)).toEqual([
      {
        ...baseTerm,
        termId,
        rev: 3,
        state: 'confirmed',
        value: eur(8_800_000),
        spoken,
        written: letter(eur(8_800_000)),
        reason: '',
      },
    ]);
  });

  it('is dropped, and taken up again before anything else', async () => {
    const { termId } = await addTerm();
    await ana.api.term.mark.mutate({ termId, rev: 1, step: { to: 'dropped' } });
    const agreed = await ana.post('term.mark', { termId, rev: 2, step: { to: 'agreed', value: eur(1), spoken } });
    expect([agreed.status, agreed.body.includes('Restore it first.')]).toEqual([403, true]);
    expect(await ana.api.term.mark.mutate({ termId, rev: 2, step: { to: 'proposed' } })).toEqual({ rev: 3 });
    expect((await list(ana)).find((term) => term.termId === termId)).toMatchObject({ state: 'proposed', rev: 3 });
  });

  it('is waived with a reason, kept as a person wrote it', async () => {
    const { termId } = await addTerm({ component: 'other', name: 'Desk', value: { kind: 'text', text: 'by the window' } });
    const reason = '<img src=x onerror=alert(1)> “quoted”; DROP TABLE term;--\nand a second line';
    await ana.api.term.mark.mutate({ termId, rev: 1, step: { to: 'waived', reason } });
    expect((await list(ana))[0]).toMatchObject({ name: 'Desk', state: 'waived', reason });
  });

  it('is corrected by revision, and one of two at the same moment wins', async () => {
    const { termId } = await addTerm();
    const save = (minor: number) => ana.post('term.save', { termId, rev: 1, term: { ...baseTerm, value: eur(minor) } });
    const answers = await Promise.all([save(1), save(2)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = JSON.parse(answers.find(({ status }) => status === 409)?.body ?? '').error.data;
    expect([lost.code, lost.newer.rev, (await list(ana))[0]?.value]).toEqual(['CONFLICT', 2, lost.newer.value]);
    const stale = await ana.post('term.mark', { termId, rev: 1, step: { to: 'dropped' } });
    expect([codeOf(stale.body), (await list(ana))[0]?.state]).toEqual(['CONFLICT', 'proposed']);
  });

  it('is there once for each thing', async () => {
    const { termId } = await addTerm();
    const leave = await addTerm({ component: 'other', name: 'Leave', value: { kind: 'text', text: '30 days' } });
    const twice = await ana.post('term.create', { negotiationId: table.negotiationId, term: baseTerm });
    expect(JSON.parse(twice.body).error.data.fields).toEqual([
      { path: 'term.component', message: 'There is already a term about “Base”.' },
    ]);
    const other = { component: 'other' as const, name: ' LEAVE', value: eur(1) };
    const named = await ana.post('term.save', { termId, rev: 1, term: other });
    expect(JSON.parse(named.body).error.data.fields[0]).toEqual({
      path: 'term.name',
      message: 'There is already a term about “Leave”.',
    });
    await ana.api.term.save.mutate({ termId: leave.termId, rev: 1, term: { ...other, name: 'Leave ' } });
    expect((await list(ana))[1]).toMatchObject({ name: 'Leave', value: eur(1), rev: 2 });
    await ana.api.term.remove.mutate({ termId });
    expect((await list(ana)).map(({ name }) => name)).toEqual(['Leave']);
  });

  it('keeps its place in the list', async () => {
    for (const name of ['One', 'Two', 'Three']) await addTerm({ component: 'other', name, value: { kind: 'text', text: 'x' } });
    const second = (await list(ana))[1];
    await ana.api.term.mark.mutate({ termId: second?.termId ?? '', rev: 1, step: { to: 'dropped' } });
    expect((await list(ana)).map(({ name }) => name)).toEqual(['One', 'Two', 'Three']);
  });
});

describe('terms drafted from the negotiation', () => {
  it('come from the latest package and the asks, in one act, and once', async () => {
    const { negotiationId } = table;
    const said = moveOf('2026-05-02T09:00:00.000Z', 'employer', 8_850_000);
    const rich = { ...said, package: { ...emptyPackage, base: 8_850_000, bonusPercent: '10' } };
    await ana.api.move.add.mutate({ negotiationId, move: rich });
    const fields = { leg: 'resources' as const, tier: 'must' as const, amount: null, justification: '', fallback: '' };
    const { askId } = await ana.api.ask.create.mutate({ negotiationId, ask: { ...fields, title: 'Two designers' } });
    const keys = ['base', 'bonusPercent', `ask:${askId}`];
    const { termIds } = await ana.api.term.draft.mutate({ negotiationId, keys });
    const made = await list(ana);
    expect(made.map(({ component, name, value, state }) => [component, name, value, state])).toEqual([
      ['base', '', eur(8_850_000), 'proposed'],
      ['bonus', '', { kind: 'percent', percent: '10' }, 'proposed'],
      ['other', 'Two designers', { kind: 'text', text: 'as asked' }, 'proposed'],
    ]);
    expect(made.map(({ termId }) => termId)).toEqual(termIds);
    const again = await ana.post('term.draft', { negotiationId, keys: ['base'] });
    expect([again.status, codeOf(again.body)]).toEqual([409, 'CONFLICT']);
    expect(await list(ana)).toHaveLength(3);
  });

  it('are not drafted from another negotiation’s asks', async () => {
    const other = await openTable(ana);
    const fields = { leg: 'budget' as const, tier: 'must' as const, amount: 1, justification: '', fallback: '', title: 'Tools' };
    const { askId } = await ana.api.ask.create.mutate({ negotiationId: other.negotiationId, ask: fields });
    const answer = await ana.post('term.draft', { negotiationId: table.negotiationId, keys: [`ask:${askId}`] });
    expect([answer.status, await list(ana)]).toEqual([409, []]);
  });
});

describe('who sees and changes a term', () => {
  it('a reader of the negotiation reads it and changes nothing; nobody else knows of it', async () => {
    const { negotiationId } = table;
    const { termId } = await addTerm();
    await shareAll(seats, ana, negotiationId);
    expect(await list(ben)).toEqual(await list(ana));
    const writes: [string, object][] = [
      ['term.create', { negotiationId, term: baseTerm }],
      ['term.draft', { negotiationId, keys: [] }],
      ['term.save', { termId, rev: 1, term: baseTerm }],
      ['term.mark', { termId, rev: 1, step: { to: 'dropped' } }],
      ['term.remove', { termId }],
    ];
    const before = await list(ana);
    for (const [path, input] of writes) {
      expect([path, (await ben.post(path, input)).status]).toEqual([path, 403]);
      expect([path, (await dora.post(path, input)).status]).toEqual([path, 404]);
      expect([path, (await world.anonymous().post(path, input)).status]).toEqual([path, 401]);
    }
    expect(await list(ana)).toEqual(before);
    const nothing = await dora.post('term.mark', { termId: newId(), rev: 1, step: { to: 'dropped' } });
    const hers = await dora.post('term.mark', { termId, rev: 1, step: { to: 'dropped' } });
    expect(hers.body).toBe(nothing.body);
  });

  it('ends with its negotiation', async () => {
    const { termId } = await addTerm();
    await ana.api.negotiation.remove.mutate({ negotiationId: table.negotiationId });
    expect(await world.client.term.count({ where: { id: termId } })).toBe(0);
  });
});

describe('hostile input', () => {
  const term = (more: object) => ({ negotiationId: '', term: { ...baseTerm, ...more } });
  const step = (given: object) => ({ termId: '', rev: 1, step: given });
  it.each<[string, object, string]>([
    ['term.create', term({ value: { kind: 'money', minor: 0.5, currency: 'EUR' } }), 'term.value.minor'],
    ['term.create', term({ value: { kind: 'money', minor: 2 ** 53, currency: 'EUR' } }), 'term.value.minor'],
    ['term.create', term({ value: { kind: 'percent', percent: '10' } }), 'term.value.kind'],
    ['term.create', term({ component: 'other' }), 'term.name'],
    ['term.create', term({ component: 'other', name: 'a\u202eb' }), 'term.name'],
    ['term.create', term({ state: 'confirmed' }), 'term'],
    ['term.mark', step({ to: 'agreed', value: eur(1), spoken: { ...spoken, on: '2099-01-01' } }), 'step.spoken.on'],
    ['term.mark', step({ to: 'confirmed', written: { ...letter(eur(1)), on: '2099-01-01' } }), 'step.written.on'],
    ['term.mark', step({ to: 'confirmed', written: { ...letter(eur(1)), document: ' ' } }), 'step.written.document'],
    ['term.mark', step({ to: 'waived', reason: '\n ' }), 'step.reason'],
    ['term.draft', { negotiationId: '', keys: ['base', "'; drop table term"] }, 'keys.1'],
  ])('%s is refused with its field', async (path, input, field) => {
    const { termId } = await addTerm({ component: 'other', name: 'Leave', value: { kind: 'text', text: '30 days' } });
    const ids = 'termId' in input ? { termId } : { negotiationId: table.negotiationId };
    const answer = await ana.post(path, { ...input, ...ids });
    expect([answer.status, JSON.parse(answer.body).error.data.fields[0].path]).toEqual([400, field]);
    expect(await list(ana)).toHaveLength(1);
    expect(world.faults).toEqual([]);
  });
});

describe('what waits on Today', () => {
  const waiting = async (person: Person) =>
    (await person.api.today.page.query()).waiting.filter(
      (entry) => entry.what === 'terms' && entry.negotiationId === table.negotiationId,
    );

  it('is each term that is said only, or said otherwise than written, for the owner alone', async () => {
    const made = await addTerm();
    expect(await waiting(ana)).toEqual([]);
    const { termId } = made;
    await ana.api.term.mark.mutate({ termId, rev: 1, step: { to: 'agreed', value: eur(8_850_000), spoken } });
    expect(await waiting(ana)).toMatchObject([{ what: 'terms', missing: 1, role: expect.any(String) }]);
    await shareAll(seats, ana, table.negotiationId);
    expect(await waiting(ben)).toEqual([]);
    await ana.api.term.mark.mutate({ termId, rev: 2, step: { to: 'confirmed', written: letter(eur(8_680_000)) } });
    expect(await waiting(ana)).toMatchObject([{ missing: 1 }]);
    await ana.api.term.mark.mutate({ termId, rev: 3, step: { to: 'confirmed', written: letter(eur(8_850_000)) } });
    expect(await waiting(ana)).toEqual([]);
  });
});
