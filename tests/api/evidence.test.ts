import { newId } from '@parley/db/id';
import { emptyPackage } from '@parley/domain/negotiation/package';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  askFields,
  codeOf,
  makeOffer,
  moveOf,
  openTable,
  type Seats,
  seatCouncil,
  shareAll,
  type Table,
} from '../support/table.ts';
import type { Answer, Person, World } from '../support/world.ts';

let seats: Seats;
let table: Table;
let world: World;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  seats = await seatCouncil();
  ({ world, ana, ben } = seats);
});
afterAll(() => world.close());
beforeEach(async () => {
  table = await openTable(ana);
});

const fields = {
  source: 'Pay survey',
  on: '2026-10-01',
  figure: { amount: 14_000_000, currency: 'USD' },
  link: 'https://example.org/pay',
  words: 'Median for the level.',
};
const get = (person: Person) => person.api.negotiation.get.query({ negotiationId: table.negotiationId });
const create = (more: object = {}) =>
  ana.api.evidence.create.mutate({ negotiationId: table.negotiationId, evidence: { ...fields, ...more } });
const fieldOf = ({ body }: Answer) => JSON.parse(body).error.data.fields?.[0]?.path;

describe('evidence', () => {
  it('stands in the negotiation, for its owner and for readers', async () => {
    const { evidenceId } = await create();
    expect((await get(ana)).evidence).toEqual([{ evidenceId, rev: 1, ...fields }]);
    await shareAll(seats, ana, table.negotiationId);
    expect((await get(ben)).evidence).toEqual((await get(ana)).evidence);
  });

  it('is saved by revision, and ends', async () => {
    const { evidenceId } = await create();
    const next = { ...fields, source: 'Another survey' };
    expect((await ana.api.evidence.save.mutate({ evidenceId, rev: 1, evidence: next })).rev).toBe(2);
    const stale = await ana.post('evidence.save', { evidenceId, rev: 1, evidence: fields });
    expect(JSON.parse(stale.body).error.data).toMatchObject({ code: 'CONFLICT', newer: { source: 'Another survey', rev: 2 } });
    await ana.api.evidence.remove.mutate({ evidenceId });
    expect((await get(ana)).evidence).toEqual([]);
    expect(codeOf((await ana.post('evidence.remove', { evidenceId })).body)).toBe('NOT_FOUND');
  });

  it('refuses a link that is more than a page, beside the field', async () => {
    for (const link of [
      'javascript:alert(1)',
      'data:text/html,<script>',
      'https://bank.example@evil.example',
      'file:///etc/passwd',
    ]) {
      const answer = await ana.post('evidence.create', { negotiationId: table.negotiationId, evidence: { ...fields, link } });
      expect([answer.status, fieldOf(answer)], link).toEqual([400, 'evidence.link']);
    }
    expect((await get(ana)).evidence).toEqual([]);
  });

  it('is no reader’s to write, and nothing of a stranger’s', async () => {
    const { evidenceId } = await create();
    const save = { evidenceId, rev: 1, evidence: fields };
    expect(codeOf((await ben.post('evidence.save', save)).body)).toBe('NOT_FOUND');
    await shareAll(seats, ana, table.negotiationId);
    expect(codeOf((await ben.post('evidence.save', save)).body)).toBe('FORBIDDEN');
    expect(codeOf((await ben.post('evidence.remove', { evidenceId })).body)).toBe('FORBIDDEN');
  });

  it('ends at sixty', async () => {
    for (let count = 0; count < 60; count += 1) await create();
    const more = await ana.post('evidence.create', { negotiationId: table.negotiationId, evidence: fields });
    expect([more.status, more.body.includes('at most 60')]).toEqual([403, true]);
  });

  it('carries an ask, of the same negotiation only, and leaves it standing when it ends', async () => {
    const { negotiationId } = table;
    const { evidenceId } = await create();
    const { askId } = await ana.api.ask.create.mutate({ negotiationId, ask: { ...askFields, evidenceIds: [evidenceId] } });
    const elsewhere = await openTable(ana);
    const foreign = await ana.api.evidence.create.mutate({ negotiationId: elsewhere.negotiationId, evidence: fields });
    for (const wrong of [foreign.evidenceId, newId()]) {
      const answer = await ana.post('ask.save', { askId, rev: 1, ask: { ...askFields, evidenceIds: [wrong] } });
      expect([answer.status, fieldOf(answer)]).toEqual([400, 'ask.evidenceIds']);
    }
    await ana.api.evidence.remove.mutate({ evidenceId });
    expect((await get(ana)).asks[0]).toMatchObject({ askId, rev: 1, title: askFields.title });
  });
});

describe('a competing offer', () => {
  /** Another opening of Ana's, with its own name for others. */
  async function another(alias = 'a bank', stage: 'offer' | 'rejected' = 'offer') {
    const opening = { company: 'Umbra', alias, role: 'Lead', stage: 'offer', on: '2026-05-01' } as const;
    const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
    const { offerId } = await ana.api.offer.create.mutate({ opportunityId, receivedOn: null, deadline: null, draft: null });
    if (stage === 'rejected') await ana.api.opportunity.setStage.mutate({ opportunityId, rev: 1, stage, on: '2026-05-02' });
    return { opportunityId, offerId };
  }
  const asking = (cites: string | null) => ({ ...moveOf('2026-05-10T09:00:00Z', 'candidate', 12_000_000), cites });
  const add = (cites: string) => ana.post('move.add', { negotiationId: table.negotiationId, move: asking(cites) });

  it('is cited by a link; its owner keeps the link, others get its alias and no id or company', async () => {
    const { offerId } = await another();
    await ana.api.move.add.mutate({ negotiationId: table.negotiationId, move: asking(offerId) });
    const { rev, plan } = await get(ana);
    const scripts = plan.scripts.map((script) => ({ ...script, cites: { offerId, as: 'whatever I say' } }));
    await ana.api.negotiation.save.mutate({ negotiationId: table.negotiationId, rev, plan: { ...plan, scripts } });
    const own = await get(ana);
    expect([own.moves[0]?.cites, own.plan.scripts[0]?.cites]).toEqual([
      { offerId, as: 'a bank' },
      { offerId, as: 'a bank' },
    ]);
    await shareAll(seats, ana, table.negotiationId);
    const read = await get(ben);
    expect([read.moves[0]?.cites, read.plan.scripts[0]?.cites]).toEqual([
      { offerId: '', as: 'a bank' },
      { offerId: '', as: 'a bank' },
    ]);
    expect(JSON.stringify(read)).not.toMatch(new RegExp(`Umbra|${offerId}`));
  });

  it('is none that does not exist, is another’s, is this one, or has ended', async () => {
    const bens = await makeOffer(ben);
    const ended = await another('', 'rejected');
    for (const wrong of [newId(), bens.offerId, table.offerId, ended.offerId]) {
      const answer = await add(wrong);
      expect([answer.status, fieldOf(answer)]).toEqual([400, 'move.cites']);
      const { rev, plan } = await get(ana);
      const cites = { offerId: wrong, as: '' };
      const save = {
        negotiationId: table.negotiationId,
        rev,
        plan: { ...plan, scripts: plan.scripts.map((script) => ({ ...script, cites })) },
      };
      expect(fieldOf(await ana.post('negotiation.save', save))).toBe('plan.scripts.0.cites');
    }
    expect((await get(ana)).moves).toEqual([]);
  });

  it('stays cited in a corrected move when it has ended since', async () => {
    const { offerId, opportunityId } = await another();
    const { moveId } = await ana.api.move.add.mutate({ negotiationId: table.negotiationId, move: asking(offerId) });
    await ana.api.opportunity.setStage.mutate({ opportunityId, rev: 1, stage: 'declined', on: '2026-05-12' });
    const move = { ...asking(offerId), words: 'as I said' };
    const kept = async () => (await get(ana)).moves.find((one) => one.moveId === moveId)?.cites;
    await ana.api.move.save.mutate({ moveId, rev: 1, move });
    expect(await kept()).toEqual({ offerId, as: 'a bank' });
    await ana.api.move.save.mutate({ moveId, rev: 2, move: { ...move, cites: null } });
    expect(await kept()).toBeNull();
    expect(fieldOf(await ana.post('move.save', { moveId, rev: 3, move }))).toBe('move.cites');
  });

  it('is named by the one who negotiates, not by the employer', async () => {
    const { offerId } = await another();
    const move = { ...moveOf('2026-05-10T09:00:00Z', 'employer', 1), package: emptyPackage, kind: 'talk', cites: offerId };
    const answer = await ana.post('move.add', { negotiationId: table.negotiationId, move });
    expect([answer.status, fieldOf(answer)]).toEqual([400, 'move.cites']);
  });
});
