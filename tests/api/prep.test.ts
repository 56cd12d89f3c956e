import { newId } from '@parley/db/id';
import { emptyMission } from '@parley/domain/mission/mission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askFields, codeOf, makeOffer, openTable, type Seats, seatCouncil, shareAll } from '../support/table.ts';
import type { Person, World } from '../support/world.ts';

let seats: Seats;
let world: World;
let ana: Person;
let ben: Person;
let cara: Person;

beforeAll(async () => {
  seats = await seatCouncil();
  ({ world, ana, ben, cara } = seats);
});
afterAll(() => world.close());

const helper = (name: string) => ({ id: newId(), name, how: 'Read every draft' });

describe('the gratitude house', () => {
  it('is empty at first, one’s own, and kept by revision', async () => {
    const eve = await world.person('Eve');
    expect(await eve.api.gratitude.get.query()).toEqual({ rev: 0, helpers: [] });
    const [ines, omar] = [helper('Ines'), helper('Omar')];
    expect(await eve.api.gratitude.save.mutate({ rev: 0, helpers: [ines] })).toEqual({ rev: 1 });
    expect(await eve.api.gratitude.get.query()).toEqual({ rev: 1, helpers: [ines] });
    const again = await eve.post('gratitude.save', { rev: 0, helpers: [omar] });
    expect(JSON.parse(again.body).error.data).toMatchObject({ code: 'CONFLICT', newer: { rev: 1, helpers: [ines] } });
    expect((await eve.api.gratitude.save.mutate({ rev: 1, helpers: [omar, ines] })).rev).toBe(2);
    const stale = await eve.post('gratitude.save', { rev: 1, helpers: [] });
    expect(codeOf(stale.body)).toBe('CONFLICT');
    expect((await eve.api.gratitude.get.query()).helpers).toEqual([omar, ines]);
    expect((await ana.api.gratitude.get.query()).helpers).toEqual([]);
  });

  it('takes one of two first saves at the same moment', async () => {
    const fred = await world.person('Fred');
    const answers = await Promise.all([1, 2].map((at) => fred.post('gratitude.save', { rev: 0, helpers: [helper(`H${at}`)] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await fred.api.gratitude.get.query()).rev).toBe(1);
  });

  it('refuses what is no list of people', async () => {
    const one = helper('Ines');
    for (const helpers of [
      [one, one],
      [{ ...one, name: ' ' }],
      [{ ...one, name: 'a\u202eb' }],
      Array.from({ length: 41 }, () => helper('x')),
      'x',
    ])
      expect((await cara.post('gratitude.save', { rev: 0, helpers })).status).toBe(400);
  });

  it('is behind the second wall too, and in no column in clear', async () => {
    await ana.api.gratitude.save.mutate({ rev: 0, helpers: [helper('GRATITUDE-CANARY')] });
    expect(
      await world.deps.asUser(world.client, ben.id, (db) => db.gratitude.findMany({ where: { accountId: ana.id } })),
    ).toEqual([]);
    const stolen = world.deps.asUser(world.client, ben.id, (db) =>
      db.gratitude.updateMany({ where: { accountId: ana.id }, data: { rev: 9 } }),
    );
    expect(await stolen).toEqual({ count: 0 });
    const rows = await world.client.gratitude.findMany();
    expect(rows.map(({ sealed }) => Buffer.from(sealed).toString('latin1')).join()).not.toContain('GRATITUDE-CANARY');
  });
});

describe('before the call', () => {
  async function prepared(person: Person) {
    const table = await openTable(person);
    const { negotiationId, opportunityId } = table;
    const { missionId } = await person.api.mission.create.mutate({ opportunityId });
    const statement = 'Halve the lead time. Keep it there.';
    const question = { id: newId(), text: 'Who decides the level?', lineId: null, asked: false, answered: false, answer: '' };
    const questions = [question, { ...question, id: newId(), text: 'Asked already', asked: true }];
    await person.api.mission.save.mutate({ missionId, rev: 1, document: { ...emptyMission, statement, questions } });
    const proof = { source: 'Survey', on: null, figure: null, link: '', words: '' };
    const { evidenceId } = await person.api.evidence.create.mutate({ negotiationId, evidence: proof });
    for (const title of ['one', 'two', 'three', 'four'])
      await person.api.ask.create.mutate({ negotiationId, ask: { ...askFields, title, evidenceIds: [evidenceId] } });
    const { rev, plan } = await person.api.negotiation.get.query({ negotiationId });
    const text = '(breathe)\nI would like [ask], about {target}.';
    const scripts = [{ id: 'script', name: 'First call', text, slots: [{ name: 'ask', value: '120' }], cites: null }];
    await person.api.negotiation.save.mutate({
      negotiationId,
      rev,
      plan: { ...plan, target: { base: 12_000_000, total: null }, scripts },
    });
    return table;
  }

  it('has what one needs, in order, for the owner', async () => {
    const { opportunityId, negotiationId } = await prepared(ana);
    const prep = await ana.api.prep.get.query({ opportunityId });
    expect(prep).toMatchObject({ company: 'Acme', role: 'Engineer', mission: 'Halve the lead time.', next: null });
    expect(prep.questions.map(({ text }) => text)).toEqual(['Who decides the level?']);
    expect(prep.helpers.map(({ name }) => name)).toEqual(['GRATITUDE-CANARY']);
    expect(prep.call).toMatchObject({
      negotiationId,
      currency: 'EUR',
      target: { base: 12_000_000 },
      firstWords: [
        { is: 'words', text: 'I would like ' },
        { is: 'open', name: 'ask', value: '120' },
        { is: 'words', text: ', about ' },
        { is: 'figure', slot: 'target' },
        { is: 'words', text: '.' },
      ],
      slots: { target: { is: 'money', minor: 12_000_000 }, company: { is: 'words', text: 'Acme' }, deadline: { is: 'empty' } },
    });
    expect(prep.call?.asks.map(({ title }) => title)).toEqual(['one', 'two', 'three']);
    expect(prep.call?.proof.map(({ source }) => source)).toEqual(['Survey']);
    expect(prep.call?.replies).toHaveLength(3);
  });

  it('stands for an interview too, before there is a negotiation', async () => {
    const { opportunityId } = await makeOffer(ana);
    expect(await ana.api.prep.get.query({ opportunityId })).toMatchObject({ mission: '', questions: [], call: null });
  });

  it('is nobody else’s, however much of it is shared', async () => {
    const { opportunityId, negotiationId } = await prepared(ana);
    expect(codeOf((await ben.post('prep.get', { opportunityId })).body)).toBe('NOT_FOUND');
    for (const itemId of [opportunityId, negotiationId]) await shareAll(seats, ana, itemId);
    for (const person of [ben, cara]) {
      const answer = await person.post('prep.get', { opportunityId });
      expect([codeOf(answer.body), answer.body.includes('GRATITUDE')]).toEqual(['FORBIDDEN', false]);
    }
  });
});
