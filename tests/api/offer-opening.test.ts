import { randomUUID } from 'node:crypto';
import { asUser } from '@parley/db/as-user';
import { blankComponents, known, none } from '@parley/domain/compensation/components';
import type { Levels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, content, letter, posted, rsu, shareOffer } from '../support/letter.ts';
import { exactLevels, hiddenLevels } from '../support/levels.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let councilId: string;

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  cara = await world.person('Cara');
  councilId = await world.council('Wednesday', [ana, ben, cara]);
});
afterAll(() => world.close());

const ranges: Levels = { ...hiddenLevels, pay: 'range', equity: 'range' };
const fieldOf = (body: string) => JSON.parse(body).error?.data.fields?.[0];

describe('opening a shared offer', () => {
  it('is recorded in the same act, and gives what the levels show', async () => {
    const { offerId } = await posted(ana);
    await shareOffer(ana, offerId, councilId, ben, ranges);
    expect(await ana.api.offer.log.query({ offerId })).toEqual([]);
    const answer = await ben.post('offer.open', { offerId });
    for (const hidden of ['14567800', '145678', 'Quuxcorp', 'Wizard', 'Zanzibar', '2027-02-01', '2026-12-04'])
      expect(answer.body).not.toContain(hidden);
    const { data } = JSON.parse(answer.body).result;
    expect(data).toMatchObject({ employer: 'fintech, 500 people', number: 1, benefits: null, dates: null, notes: null });
    expect(data.pay.base.value).toEqual({ low: 140_000_00, high: 154_000_00 });
    expect(await ana.api.offer.log.query({ offerId })).toMatchObject([{ readerId: ben.id, name: 'Ben' }]);
    await ben.api.offer.open.mutate({ offerId });
    expect(await ana.api.offer.log.query({ offerId })).toHaveLength(2);
  });

  it('is not for its owner, not by a query, and the rest is not for readers', async () => {
    const { offerId } = await posted(ana);
    await shareOffer(ana, offerId, councilId, ben, exactLevels);
    expect((await ana.post('offer.open', { offerId })).status).toBe(403);
    const rest = {
      get: { offerId },
      log: { offerId },
      remove: { offerId, rev: 2 },
      preview: { offerId, as: { who: 'levels', levels: exactLevels } },
      addVersion: { offerId, rev: 2, version: { stage: 'final', content: content() } },
    };
    for (const [path, input] of Object.entries(rest)) expect((await ben.post(`offer.${path}`, input)).status, path).toBe(403);
    expect(await ana.api.offer.log.query({ offerId })).toEqual([]);
  });

  it('is what the database itself asks for: without a row in the log it gives a reader nothing of the offer', async () => {
    const { offerId } = await posted(ana);
    await shareOffer(ana, offerId, councilId, ben, exactLevels);
    const found = (person: Person) =>
      asUser(world.deps.client, person.id, async (tx) => ({
        offers: await tx.offer.count({ where: { id: offerId } }),
        versions: await tx.offerVersion.count({ where: { offerId } }),
      }));
    expect(await found(ana)).toEqual({ offers: 1, versions: 1 });
    expect(await found(ben)).toEqual({ offers: 0, versions: 0 });
    await ben.api.offer.open.mutate({ offerId });
    expect(await found(ben)).toEqual({ offers: 1, versions: 1 });
    expect(await found(cara)).toEqual({ offers: 0, versions: 0 });
  });

  it('gives no content when the log cannot be written', async () => {
    const { offerId } = await posted(ana);
    await shareOffer(ana, offerId, councilId, ben, exactLevels);
    await world.client.$executeRawUnsafe('revoke insert on view_log from parley_user');
    try {
      const answer = await ben.post('offer.open', { offerId });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toContain('14567800');
    } finally {
      await world.client.$executeRawUnsafe('grant insert on view_log to parley_user');
      world.faults.length = 0;
    }
    expect(await ana.api.offer.log.query({ offerId })).toEqual([]);
  });

  it('ends with the share, a pressed key included', async () => {
    const { offerId } = await posted(ana);
    const { shareId } = await shareOffer(ana, offerId, councilId, ben, exactLevels);
    const press = { 'x-parley-key': randomUUID() };
    expect((await ben.post('offer.open', { offerId }, press)).status).toBe(200);
    await ana.api.share.revoke.mutate({ shareId });
    const nothing = (await ben.post('offer.open', { offerId: randomUUID() })).body;
    expect((await ben.post('offer.open', { offerId }, press)).body).toBe(nothing);
  });

  it('is done anew at every press: no answer is kept that narrower levels or the log would not know of', async () => {
    const { offerId } = await posted(ana);
    await shareOffer(ana, offerId, councilId, ben, exactLevels);
    const press = { 'x-parley-key': randomUUID() };
    expect((await ben.post('offer.open', { offerId }, press)).body).toContain('14567800');
    await shareOffer(ana, offerId, councilId, ben, hiddenLevels);
    expect((await ben.post('offer.open', { offerId }, press)).body).not.toContain('14567800');
    expect(await ana.api.offer.log.query({ offerId })).toHaveLength(2);
    expect(await world.client.receipt.count({ where: { accountId: ben.id, path: 'offer.open' } })).toBe(0);
  });

  it('before anything is on record gives nothing', async () => {
    const { offerId } = await begin(ana);
    await shareOffer(ana, offerId, councilId, ben, exactLevels);
    expect(await ben.api.offer.open.mutate({ offerId })).toBeNull();
  });

  it('gives the same bytes whatever hidden figures are, and whether they are stated', async () => {
    const bodies: string[] = [];
    for (const components of [
      letter(),
      letter({ base: known(99_999_999_00), signOn: none }),
      { ...blankComponents(), grants: known([rsu]), refreshers: none },
    ]) {
      const { offerId } = await posted(ana, components);
      await shareOffer(ana, offerId, councilId, cara, { ...hiddenLevels, equity: 'exact' });
      bodies.push((await cara.post('offer.open', { offerId })).body);
    }
    expect(new Set(bodies).size).toBe(1);
    const { offerId, opportunityId } = await posted(ana);
    await shareOffer(ana, offerId, councilId, null, hiddenLevels);
    const lists = [await ben.post('share.listShared', { councilId }), await ben.post('opportunity.page', { opportunityId })];
    for (const { status, body } of lists) {
      expect(status).toBe(200);
      for (const number of ['145678', '14567800', '195245']) expect(body).not.toContain(number);
    }
  });
});

describe('see it as they see it', () => {
  it('is byte for byte what that reader gets', async () => {
    const { offerId, opportunityId } = await posted(ana);
    const whole = (body: string) => JSON.stringify(JSON.parse(body).result.data);
    for (const levels of [ranges, exactLevels, hiddenLevels, { ...hiddenLevels, dates: 'range', benefits: 'range' } as const]) {
      await shareOffer(ana, offerId, councilId, ben, levels);
      const preview = await ana.post('offer.preview', { offerId, as: { who: 'reader', readerId: ben.id } });
      const tried = await ana.post('offer.preview', { offerId, as: { who: 'levels', levels } });
      const opened = await ben.post('offer.open', { offerId });
      expect(preview.status).toBe(200);
      expect(whole(preview.body)).toBe(whole(opened.body));
      expect(whole(tried.body)).toBe(whole(opened.body));
    }
    // Who may know the company from another share of this opening reads it here too.
    await shareOffer(ana, offerId, councilId, ben, hiddenLevels);
    await ana.api.share.set.mutate({ itemId: opportunityId, councilId, readerId: ben.id, levels: exactLevels, expiresAt: null });
    const preview = await ana.post('offer.preview', { offerId, as: { who: 'reader', readerId: ben.id } });
    expect(preview.body).toContain('Quuxcorp');
    expect(whole(preview.body)).toBe(whole((await ben.post('offer.open', { offerId })).body));
  });

  it('says so when the person sees nothing, and is not written down', async () => {
    const { offerId } = await posted(ana);
    for (const readerId of [cara.id, randomUUID(), ana.id]) {
      const answer = await ana.post('offer.preview', { offerId, as: { who: 'reader', readerId } });
      expect([answer.status, fieldOf(answer.body)?.path]).toEqual([400, 'as.readerId']);
    }
    expect(await ana.api.offer.log.query({ offerId })).toEqual([]);
  });
});
