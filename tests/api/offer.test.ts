import { randomUUID } from 'node:crypto';
import { defaultAssumptions } from '@parley/domain/compensation/assumptions';
import { blankComponents, known } from '@parley/domain/compensation/components';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, content, deadline, letter, posted, rsu } from '../support/letter.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  await world.council('Wednesday', [ana, ben]);
});
afterAll(() => world.close());

const fieldOf = (body: string) => JSON.parse(body).error?.data.fields?.[0];

describe('an offer', () => {
  it('is the owner’s alone when it is made', async () => {
    const { offerId, opportunityId } = await posted(ana);
    expect((await ana.api.opportunity.page.query({ opportunityId })).parts.offer).toEqual([offerId]);
    const nothing = (await ben.post('offer.get', { offerId: randomUUID() })).body;
    for (const path of ['get', 'open', 'log']) expect((await ben.post(`offer.${path}`, { offerId })).body).toBe(nothing);
    expect((await ben.post('offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null })).status).toBe(404);
    expect((await world.anonymous().post('offer.get', { offerId })).status).toBe(401);
  });

  it('gives its owner the projection, what is open, and the difference of versions', async () => {
    const { offerId } = await posted(ana);
    const first = await ana.api.offer.get.query({ offerId });
    expect(first).toMatchObject({ rev: 2, difference: null, projection: { complete: true, currency: 'USD' } });
    expect(first.projection?.years[0]).toMatchObject({
      base: 145_678_00,
      bonus: 14_567_80,
      signOn: 30_000_00,
      vest: 5000_00,
      total: 195_245_80,
    });
    expect(first.completeness?.open.map((one) => one.component)).toContain('leaveDays');
    const better = { stage: 'revised' as const, content: content(letter({ base: known(150_000_00) })) };
    expect(await ana.api.offer.addVersion.mutate({ offerId, rev: 2, version: better })).toEqual({ offerId, rev: 3, number: 2 });
    const second = await ana.api.offer.get.query({ offerId });
    expect(second.versions.map(({ number, stage }) => [number, stage])).toEqual([
      [1, 'written'],
      [2, 'revised'],
    ]);
    expect(second.difference?.total.change).toBe(4 * (4322_00 + 432_20));
    expect(second.versions[0]?.content).toEqual(content());
  });

  it('keeps a draft in hand until it is put on record', async () => {
    const { offerId } = await begin(ana);
    const { frame } = await ana.api.offer.get.query({ offerId });
    const draft = { stage: 'verbal' as const, content: content(blankComponents()) };
    await ana.api.offer.save.mutate({ offerId, rev: 1, frame: { ...frame, draft, extension: 'asked' } });
    expect(await ana.api.offer.get.query({ offerId })).toMatchObject({
      rev: 2,
      frame: { draft, extension: 'asked', receivedOn: '2026-11-20', deadline },
      versions: [],
      projection: null,
    });
    await ana.api.offer.addVersion.mutate({ offerId, rev: 2, version: draft });
    expect((await ana.api.offer.get.query({ offerId })).frame.draft).toBeNull();
  });

  it('gives an edit of an older one the newer one', async () => {
    const { offerId } = await posted(ana);
    const { frame } = await ana.api.offer.get.query({ offerId });
    const late = await ana.post('offer.save', { offerId, rev: 1, frame });
    expect([late.status, JSON.parse(late.body).error.data.newer.rev]).toEqual([409, 2]);
    const version = { stage: 'final', content: content() };
    const answers = await Promise.all([1, 2, 3].map(() => ana.post('offer.addVersion', { offerId, rev: 2, version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await ana.post('offer.remove', { offerId, rev: 1 })).status).toBe(409);
  });

  it('adds one version when the same press arrives twice', async () => {
    const { offerId } = await begin(ana);
    const body = { offerId, rev: 1, version: { stage: 'verbal', content: content() } };
    const press = { 'x-parley-key': randomUUID() };
    const [one, two] = [await ana.post('offer.addVersion', body, press), await ana.post('offer.addVersion', body, press)];
    expect([one.status, two.body]).toEqual([200, one.body]);
    expect((await ana.api.offer.get.query({ offerId })).versions).toHaveLength(1);
  });

  it('ends, unless a negotiation stands on it', async () => {
    const { offerId } = await posted(ana);
    await ana.api.negotiation.create.mutate({ offerId, currency: 'USD' });
    const held = await ana.post('offer.remove', { offerId, rev: 2 });
    expect([held.status, JSON.parse(held.body).error.message]).toEqual([403, 'End the negotiation of this offer first.']);
    const other = await posted(ana);
    await ana.api.offer.remove.mutate({ offerId: other.offerId, rev: 2 });
    expect((await ana.post('offer.get', { offerId: other.offerId })).status).toBe(404);
    expect(await world.client.offerVersion.count({ where: { offerId: other.offerId } })).toBe(0);
  });
});

describe('hostile input', () => {
  it('is refused beside its field, and nothing breaks', async () => {
    const { offerId } = await posted(ana);
    const add = async (more: object, rest: object = {}) => {
      const version = { stage: 'final', content: { ...content(), components: { ...letter(), ...more }, ...rest } };
      const { status, body } = await ana.post('offer.addVersion', { offerId, rev: 2, version });
      return [status, fieldOf(body)?.path];
    };
    const at = (field: string) => [400, `version.content.components.${field}`];
    expect(await add({ base: { state: 'known', value: -1 } })).toEqual(at('base.value'));
    expect(await add({ base: { state: 'known', value: 0.5 } })).toEqual(at('base.value'));
    expect(await add({ base: { state: 'known', value: 2 ** 53 } })).toEqual(at('base.value'));
    expect(await add({ base: { state: 'known', value: Number.MAX_SAFE_INTEGER } })).toEqual(at('base.value'));
    expect(await add({ startDate: known('2101-01-01') })).toEqual(at('startDate.value'));
    expect(await add({ title: known('a\u202eb') })).toEqual(at('title.value'));
    expect(await add({ bonus: known({ target: '1e3' }) })).toEqual(at('bonus.value.target'));
    const steps = [{ months: 12, percent: '99', every: 12 }];
    expect(await add({ grants: known([{ ...rsu, vesting: { ...rsu.vesting, steps } }]) })).toEqual(
      at('grants.value.0.vesting.steps'),
    );
    expect(await add({ grants: known([{ ...rsu, vesting: { ...rsu.vesting, cliff: { months: 60, share: null } } }]) })).toEqual(
      at('grants.value.0.vesting.cliff.months'),
    );
    expect(await add({ surprise: 1 })).toEqual([400, 'version.content.components']);
    expect((await add({}, { currency: 'ZZZ' }))[1]).toBe('version.content.currency');
    expect(
      (
        await ana.post('offer.addVersion', {
          offerId,
          rev: 2,
          version: { stage: 'final', content: content(), more: 'x'.repeat(70_000) },
        })
      ).status,
    ).toBe(413);
    const { frame } = await ana.api.offer.get.query({ offerId });
    const save = async (more: object) =>
      fieldOf((await ana.post('offer.save', { offerId, rev: 2, frame: { ...frame, ...more } })).body)?.path;
    expect(await save({ deadline: { kind: 'date', on: '2026-02-30', zone: 'America/Denver' } })).toBe('frame.deadline.on');
    expect(await save({ deadline: { kind: 'moment', at: '2026-02-03T10:00:00', zone: 'Mars/Base' } })).toBe('frame.deadline.at');
    expect(await save({ assumptions: { ...defaultAssumptions, horizon: 11 } })).toBe('frame.assumptions.horizon');
    expect(await save({ assumptions: { ...defaultAssumptions, haircut: '101' } })).toBe('frame.assumptions.haircut');
    for (const path of ['create', 'save', 'addVersion', 'get', 'open', 'preview', 'log', 'remove'])
      for (const input of [
        undefined,
        null,
        1,
        [],
        {},
        { offerId: {} },
        { offerId, rev: 0 },
        { offerId, rev: 2, version: [], frame: 1, as: {} },
        { opportunityId: offerId },
      ]) {
        const { status } = await ana.post(`offer.${path}`, input);
        expect([400, 404], `${path} ${JSON.stringify(input)}`).toContain(status);
      }
    expect(world.faults).toEqual([]);
    expect(await ana.api.offer.get.query({ offerId })).toMatchObject({ rev: 2, versions: [{ number: 1 }] });
  });
});
