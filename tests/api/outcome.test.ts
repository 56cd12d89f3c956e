import { newId } from '@parley/db/id';
import { blankComponents, known } from '@parley/domain/compensation/components';
import { wholeLevels } from '@parley/domain/item/levels';
import { emptyPackage } from '@parley/domain/negotiation/package';
import type { TermValue } from '@parley/domain/negotiation/terms/term';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roundDocument } from '../support/rounds.ts';
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
type Fields = Parameters<Person['api']['outcome']['record']['mutate']>[0]['outcome'];
const outcome: Fields = {
  kind: 'accepted',
  on: '2026-05-09',
  package: { ...emptyPackage, base: 8_680_000 },
  words: 'Glad.',
  refused: [],
  reason: null,
};
const get = (person: Person) => person.api.outcome.get.query({ negotiationId: table.negotiationId });
const record = (more: Partial<typeof outcome> = {}) =>
  ana.post('outcome.record', { negotiationId: table.negotiationId, outcome: { ...outcome, ...more } });
const page = async () => (await ana.api.opportunity.page.query({ opportunityId: table.opportunityId })).own;
const stageNow = async () => {
  const own = await page();
  return own && [own.stage, own.history.map(({ stage, on }) => `${stage} ${on}`)];
};

/** Base: 88,500 said, and in the letter what is given. */
async function saidAndWritten(inLetter: TermValue | null) {
  const { negotiationId } = table;
  const { termId } = await ana.api.term.create.mutate({
    negotiationId,
    term: { component: 'base', name: '', value: eur(8_850_000) },
  });
  const spoken = { who: 'Kim', on: '2026-05-03', words: 'You have it.' };
  await ana.api.term.mark.mutate({ termId, rev: 1, step: { to: 'agreed', value: eur(8_850_000), spoken } });
  if (!inLetter) return termId;
  const written = { value: inLetter, document: 'Offer letter', page: '2', on: '2026-05-08' };
  await ana.api.term.mark.mutate({ termId, rev: 2, step: { to: 'confirmed', written } });
  return termId;
}

it('waits for a round that is open: nobody goes on sealing what is over', async () => {
  const { negotiationId } = table;
  const { roundId } = await ana.api.round.create.mutate({ negotiationId });
  const terms = { roundId, rev: 1, deadlineAt: null, quorum: 2, named: true, document: roundDocument('What would you ask?') };
  await ana.api.round.save.mutate(terms);
  const share = { itemId: roundId, councilId: seats.councilId, readerId: ben.id, levels: wholeLevels('hidden'), expiresAt: null };
  await ana.api.share.set.mutate(share);
  await ana.api.round.open.mutate({ roundId, rev: 2 });
  const shut = await record({ kind: 'declined' });
  expect([shut.status, shut.body]).toEqual([
    403,
    expect.stringContaining('Round 1 is still open. Reveal it or cancel it first.'),
  ]);
  await ana.api.round.cancel.mutate({ roundId });
  expect((await record({ kind: 'declined' })).status).toBe(200);
});

describe('the gate', () => {
  it('refuses 88,500 said and 86,800 in the letter, then takes a reason and records it with what was missing', async () => {
    await saidAndWritten(eur(8_680_000));
    const shut = await record();
    expect([shut.status, JSON.parse(shut.body).error.data.message]).toEqual([
      403,
      'Not confirmed in writing yet. Base: 88500.00 EUR was said, the letter says 86800.00 EUR. Get it in writing, or say why you accept anyway.',
    ]);
    expect([(await get(ana)).outcome, (await page())?.stage]).toEqual([null, 'offer']);
    expect((await record({ reason: '  ' })).status).toBe(400);
    expect((await record({ reason: 'The rest is a car.' })).status).toBe(200);
    expect((await get(ana)).outcome).toMatchObject({
      kind: 'accepted',
      on: '2026-05-09',
      rev: 1,
      anyway: {
        reason: 'The rest is a car.',
        missing: [{ why: 'mismatch', label: 'Base', said: eur(8_850_000), written: eur(8_680_000) }],
      },
    });
  });

  it('refuses what is merely said, a single cent and another currency; declining needs no gate', async () => {
    const termId = await saidAndWritten(null);
    expect((await record()).body).toContain('no letter confirms it');
    const confirm = (value: TermValue, rev: number) =>
      ana.api.term.mark.mutate({
        termId,
        rev,
        step: { to: 'confirmed', written: { value, document: 'L', page: '', on: '2026-05-08' } },
      });
    await confirm(eur(8_850_001), 2);
    expect((await record()).body).toContain('the letter says 88500.01 EUR');
    await confirm({ kind: 'money', minor: 8_850_000, currency: 'USD' }, 3);
    expect((await record()).body).toContain('the letter says 88500.00 USD');
    expect((await record({ kind: 'declined' })).status).toBe(200);
    expect((await get(ana)).outcome).toMatchObject({ kind: 'declined', anyway: null });
  });

  it('opens when the letter says what was said, and nothing is recorded as missing', async () => {
    await saidAndWritten(eur(8_850_000));
    expect((await record({ reason: 'Not needed.' })).status).toBe(200);
    expect((await get(ana)).outcome?.anyway).toBeNull();
  });

  it('is the only way to the stage: the board is refused with the way there, and moved by the outcome', async () => {
    const { opportunityId } = table;
    const move = { opportunityId, rev: 1, stage: 'accepted', on: '2026-05-09' };
    const refused = await ana.post('opportunity.setStage', move);
    expect([refused.status, refused.body.includes('Accept it there, under “Terms and the gate”')]).toEqual([403, true]);
    expect((await ana.post('opportunity.setStage', { ...move, stage: 'negotiating' })).status).toBe(200);
    expect((await record()).status).toBe(200);
    expect(await stageNow()).toEqual(['accepted', ['offer 2026-05-01', 'negotiating 2026-05-09', 'accepted 2026-05-09']]);
    await ana.api.opportunity.setStage.mutate({ ...move, rev: 3, stage: 'negotiating' });
    expect((await ana.post('opportunity.setStage', { ...move, rev: 4 })).status).toBe(200);
  });

  it('leaves an offer without a negotiation to its stage', async () => {
    const opening = { company: 'Plain', alias: '', role: 'Engineer', stage: 'offer', on: '2026-05-01' } as const;
    const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
    await ana.api.opportunity.setStage.mutate({ opportunityId, rev: 1, stage: 'accepted', on: '2026-05-09' });
  });
});

describe('an outcome', () => {
  it('tells the gain against the employer’s first move, in money and percent', async () => {
    const { negotiationId } = table;
    await ana.api.move.add.mutate({ negotiationId, move: moveOf('2026-05-03T09:00:00.000Z', 'employer', 8_700_000) });
    await ana.api.move.add.mutate({ negotiationId, move: moveOf('2026-05-02T09:00:00.000Z', 'employer', 8_500_000) });
    await record({ package: { ...emptyPackage, base: 9_200_000, signOn: 1_000_000 } });
    expect((await get(ana)).gain).toEqual({
      from: 'move',
      years: 4,
      total: { first: 34_000_000, final: 36_800_000, money: 2_800_000, percent: '8.24' },
      base: { first: 8_500_000, final: 9_200_000, money: 700_000, percent: '8.24' },
      added: [{ label: 'Sign-on', amount: 1_000_000 }],
      unsaid: [],
    });
  });

  it('measures against the offer only for its owner: a reader cannot reckon what the offer says', async () => {
    const { offerId, negotiationId } = table;
    const components = { ...blankComponents(), base: known(8_123_400) };
    const version = { stage: 'written' as const, content: { currency: 'EUR', components, notes: '' } };
    await ana.api.offer.addVersion.mutate({ offerId, rev: 1, version });
    await record();
    expect((await get(ana)).gain).toMatchObject({ from: 'version', base: { first: 8_123_400, money: 556_600, percent: '6.85' } });
    await shareAll(seats, ana, negotiationId);
    const seen = await ben.post('outcome.get', { negotiationId });
    expect(JSON.parse(seen.body).result.data).toMatchObject({ first: null, gain: null, outcome: { words: 'Glad.' } });
    for (const told of ['8123400', '556600', '6.85']) expect(seen.body).not.toContain(told);
  });

  it('flags an employer that refused every ask outside compensation, with who and when', async () => {
    const { negotiationId } = table;
    const fields = { tier: 'must' as const, amount: null, justification: '', fallback: '' };
    const ask = async (leg: 'budget' | 'support' | 'compensation', title: string) =>
      (await ana.api.ask.create.mutate({ negotiationId, ask: { ...fields, leg, title } })).askId;
    const [tools, mentor, base] = [
      await ask('budget', 'Tools'),
      await ask('support', 'A mentor'),
      await ask('compensation', 'Base'),
    ];
    const no = (askId: string, on: string) => ({ askId, by: 'Kim', on });
    expect((await record({ refused: [no(base, '2026-05-02')] })).body).toContain(
      'no longer in the list of asks outside compensation',
    );
    expect((await record({ refused: [no(newId(), '2026-05-02')] })).status).toBe(400);
    expect((await record({ refused: [no(tools, '2099-05-02')] })).body).toContain('outcome.refused.0.on');
    await record({ refused: [no(tools, '2026-05-02'), no(mentor, '2026-05-06')] });
    const seen = await get(ana);
    expect(seen.refusedAll).toEqual({ count: 2, by: ['Kim'], from: '2026-05-02', to: '2026-05-06' });
    const corrected = { ...outcome, refused: [no(tools, '2026-05-02')] };
    await ana.api.outcome.save.mutate({ negotiationId, rev: 1, outcome: corrected });
    const after = await get(ana);
    expect([after.refusedAll, after.outcome?.outside.map(({ title, refused }) => [title, refused?.on ?? null])]).toEqual([
      null,
      [
        ['Tools', '2026-05-02'],
        ['A mentor', null],
      ],
    ]);
  });

  it('is recorded once: of two at the same moment one wins and the other gets it', async () => {
    const answers = await Promise.all([record({ kind: 'declined' }), record({ kind: 'withdrawn' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const kept = (await get(ana)).outcome;
    const lost = JSON.parse(answers.find(({ status }) => status === 409)?.body ?? '').error.data;
    expect([lost.code, lost.newer?.kind ?? kept?.kind]).toEqual(['CONFLICT', kept?.kind]);
    expect((await page())?.stage).toBe(kept?.kind);
  });

  it('is corrected by revision, the stage with it, and keeps why it was accepted anyway', async () => {
    const { negotiationId } = table;
    await saidAndWritten(eur(8_680_000));
    await record({ reason: 'The rest is a car.' });
    const save = (rev: number, more: Partial<typeof outcome>) =>
      ana.post('outcome.save', { negotiationId, rev, outcome: { ...outcome, ...more } });
    expect((await save(1, { words: 'Very glad.', on: '2026-05-10' })).status).toBe(200);
    expect((await get(ana)).outcome).toMatchObject({ rev: 2, words: 'Very glad.', anyway: { reason: 'The rest is a car.' } });
    expect(await stageNow()).toEqual(['accepted', ['offer 2026-05-01', 'accepted 2026-05-10']]);
    const stale = await save(1, { words: 'Too late.' });
    expect([codeOf(stale.body), JSON.parse(stale.body).error.data.newer.words]).toEqual(['CONFLICT', 'Very glad.']);
    expect((await save(2, { kind: 'declined' })).status).toBe(200);
    expect([(await get(ana)).outcome?.anyway, await stageNow()]).toEqual([
      null,
      ['declined', ['offer 2026-05-01', 'declined 2026-05-09']],
    ]);
    expect((await save(3, {})).status).toBe(403);
  });

  it('is taken back, and the opportunity with it, unless that has moved on', async () => {
    const { negotiationId, opportunityId } = table;
    await record({ kind: 'withdrawn' });
    expect(codeOf((await ana.post('outcome.undo', { negotiationId, rev: 9 })).body)).toBe('CONFLICT');
    await ana.api.outcome.undo.mutate({ negotiationId, rev: 1 });
    expect([(await get(ana)).outcome, (await page())?.stage]).toEqual([null, 'offer']);
    expect(codeOf((await ana.post('outcome.undo', { negotiationId, rev: 1 })).body)).toBe('CONFLICT');
    await record({ kind: 'declined' });
    const rev = (await page())?.rev ?? 0;
    await ana.api.opportunity.setStage.mutate({ opportunityId, rev, stage: 'interview', on: '2026-05-20' });
    await ana.api.outcome.undo.mutate({ negotiationId, rev: 1 });
    expect((await page())?.stage).toBe('interview');
  });

  it('brings a board that lags behind to “negotiating” first, and does not reopen what has ended otherwise', async () => {
    const { opportunityId } = table;
    await ana.api.opportunity.setStage.mutate({ opportunityId, rev: 1, stage: 'interview', on: '2026-05-02' });
    await record();
    expect(await stageNow()).toEqual([
      'accepted',
      ['offer 2026-05-01', 'interview 2026-05-02', 'negotiating 2026-05-09', 'accepted 2026-05-09'],
    ]);
    table = await openTable(ana);
    await ana.api.opportunity.setStage.mutate({
      opportunityId: table.opportunityId,
      rev: 1,
      stage: 'rejected',
      on: '2026-05-02',
    });
    expect([(await record()).status, (await get(ana)).outcome]).toEqual([403, null]);
  });

  it('has its closing checklist', async () => {
    const { negotiationId } = table;
    await record();
    const tick = (rev: number, step: string, done: boolean) => ana.api.outcome.tick.mutate({ negotiationId, rev, step, done });
    await tick(1, 'thanks', true);
    await tick(2, 'letter', true);
    expect((await get(ana)).outcome?.closing).toEqual(['letter', 'thanks']);
    expect(await tick(3, 'thanks', false)).toEqual({ rev: 4 });
    expect((await get(ana)).outcome).toMatchObject({ closing: ['letter'], rev: 4, kind: 'accepted' });
    expect((await ana.post('outcome.tick', { negotiationId, rev: 3, step: 'yes', done: true })).status).toBe(409);
    expect((await ana.post('outcome.tick', { negotiationId, rev: 4, step: 'nonsense', done: true })).status).toBe(400);
  });

  it('takes no day before the stage it ends, and none to come', async () => {
    const fields = async (on: string) => JSON.parse((await record({ on })).body).error.data.fields;
    expect(await fields('2026-04-30')).toEqual([
      { path: 'outcome.on', message: 'The stage before began on 2026-05-01. Choose that day or a later one.' },
    ]);
    expect(await fields('2099-01-01')).toEqual([{ path: 'outcome.on', message: 'This day is still to come.' }]);
    expect((await get(ana)).outcome).toBeNull();
  });

  it('is read by readers and written by its owner alone', async () => {
    const { negotiationId } = table;
    await record({ kind: 'declined' });
    await shareAll(seats, ana, negotiationId);
    expect(await get(ben)).toEqual(await get(ana));
    const writes: [string, object][] = [
      ['outcome.record', { negotiationId, outcome }],
      ['outcome.save', { negotiationId, rev: 1, outcome }],
      ['outcome.tick', { negotiationId, rev: 1, step: 'thanks', done: true }],
      ['outcome.undo', { negotiationId, rev: 1 }],
      ['calendar.handOver', { negotiationId }],
      ['calendar.deadline', { offerId: table.offerId }],
    ];
    const before = await get(ana);
    for (const [path, input] of writes) {
      const known = path === 'calendar.deadline' ? 404 : 403;
      expect([path, (await ben.post(path, input)).status]).toEqual([path, known]);
      expect([path, (await dora.post(path, input)).status]).toEqual([path, 404]);
      expect([path, (await world.anonymous().post(path, input)).status]).toEqual([path, 401]);
    }
    expect(await get(ana)).toEqual(before);
    expect(world.faults).toEqual([]);
  });
});
