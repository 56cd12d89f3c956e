import { randomUUID } from 'node:crypto';
import { defaultAssumptions } from '@parley/domain/compensation/assumptions';
import { blankComponents, type Components, known, none } from '@parley/domain/compensation/components';
import { vestingPresets } from '@parley/domain/compensation/vesting';
import type { Levels } from '@parley/domain/share/share';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const rsu = {
  name: 'Quuxcorp new hire',
  kind: 'rsu' as const,
  size: { by: 'shares' as const, shares: 1000 },
  price: '100',
  strike: null,
  preferred: null,
  listed: true,
  vesting: { start: { after: 0 }, granted: null, steps: vestingPresets.back.steps, cliff: null },
};

const letter = (more: Partial<Components> = {}): Components => ({
  ...blankComponents(),
  base: known(145_678_00),
  bonus: known({ target: '10' }),
  signOn: known({ paid: [30_000_00, 20_000_00], clawback: null }),
  grants: known([rsu]),
  match: none,
  title: known('Wizard of Quuxcorp'),
  startDate: known('2027-02-01'),
  ...more,
});

const content = (components = letter()) => ({ currency: 'USD', components, notes: 'Zanzibar said so' });
const deadline = { kind: 'date' as const, on: '2026-12-04', zone: 'America/Denver' };

async function begin() {
  const opened = { company: 'Quuxcorp', role: 'Staff engineer', alias: 'fintech, 500 people', stage: 'offer' as const };
  const { opportunityId } = await ana.api.opportunity.create.mutate({ ...opened, on: '2026-11-02' });
  const { offerId } = await ana.api.offer.create.mutate({ opportunityId, receivedOn: '2026-11-20', deadline, draft: null });
  return { opportunityId, offerId };
}

async function posted(components = letter()) {
  const made = await begin();
  await ana.api.offer.addVersion.mutate({
    offerId: made.offerId,
    rev: 1,
    version: { stage: 'written', content: content(components) },
  });
  return made;
}

const share = (offerId: string, reader: Person | null, levels: Levels) =>
  ana.api.share.set.mutate({
    itemId: offerId,
    councilId,
    readerId: reader?.id ?? null,
    levels,
    expiresAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
  });

const ranges: Levels = { ...hiddenLevels, pay: 'range', equity: 'range' };
const fieldOf = (body: string) => JSON.parse(body).error?.data.fields?.[0];

describe('an offer', () => {
  it('is the owner’s alone when it is made', async () => {
    const { offerId, opportunityId } = await posted();
    expect((await ana.api.opportunity.page.query({ opportunityId })).parts.offer).toEqual([offerId]);
    const nothing = (await ben.post('offer.get', { offerId: randomUUID() })).body;
    for (const path of ['get', 'open', 'log']) expect((await ben.post(`offer.${path}`, { offerId })).body).toBe(nothing);
    expect((await ben.post('offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null })).status).toBe(404);
    expect((await world.anonymous().post('offer.get', { offerId })).status).toBe(401);
  });

  it('gives its owner the projection, what is open, and the difference of versions', async () => {
    const { offerId } = await posted();
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
    const second = await ana.api.offer.addVersion.mutate({ offerId, rev: 2, version: better });
    expect(second.versions.map(({ number, stage }) => [number, stage])).toEqual([
      [1, 'written'],
      [2, 'revised'],
    ]);
    expect(second.difference?.total.change).toBe(4 * (4322_00 + 432_20));
    expect(second.versions[0]?.content).toEqual(content());
  });

  it('keeps a draft in hand until it is put on record', async () => {
    const { offerId } = await begin();
    const { frame } = await ana.api.offer.get.query({ offerId });
    const draft = { stage: 'verbal' as const, content: content(blankComponents()) };
    const kept = await ana.api.offer.save.mutate({ offerId, rev: 1, frame: { ...frame, draft, extension: 'asked' } });
    expect(kept).toMatchObject({
      rev: 2,
      frame: { draft, extension: 'asked', receivedOn: '2026-11-20', deadline },
      versions: [],
      projection: null,
    });
    const onRecord = await ana.api.offer.addVersion.mutate({ offerId, rev: 2, version: draft });
    expect(onRecord.frame.draft).toBeNull();
  });

  it('gives an edit of an older one the newer one', async () => {
    const { offerId } = await posted();
    const { frame } = await ana.api.offer.get.query({ offerId });
    const late = await ana.post('offer.save', { offerId, rev: 1, frame });
    expect([late.status, JSON.parse(late.body).error.data.newer.rev]).toEqual([409, 2]);
    const version = { stage: 'final', content: content() };
    const answers = await Promise.all([1, 2, 3].map(() => ana.post('offer.addVersion', { offerId, rev: 2, version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await ana.post('offer.remove', { offerId, rev: 1 })).status).toBe(409);
  });

  it('adds one version when the same press arrives twice', async () => {
    const { offerId } = await begin();
    const body = { offerId, rev: 1, version: { stage: 'verbal', content: content() } };
    const press = { 'x-parley-key': randomUUID() };
    const [one, two] = [await ana.post('offer.addVersion', body, press), await ana.post('offer.addVersion', body, press)];
    expect([one.status, two.body]).toEqual([200, one.body]);
    expect((await ana.api.offer.get.query({ offerId })).versions).toHaveLength(1);
  });

  it('ends, unless a negotiation stands on it', async () => {
    const { offerId } = await posted();
    await ana.api.negotiation.create.mutate({ offerId, currency: 'USD' });
    const held = await ana.post('offer.remove', { offerId, rev: 2 });
    expect([held.status, JSON.parse(held.body).error.message]).toEqual([403, 'End the negotiation of this offer first.']);
    const other = await posted();
    await ana.api.offer.remove.mutate({ offerId: other.offerId, rev: 2 });
    expect((await ana.post('offer.get', { offerId: other.offerId })).status).toBe(404);
    expect(await world.client.offerVersion.count({ where: { offerId: other.offerId } })).toBe(0);
  });
});

describe('opening a shared offer', () => {
  it('is recorded in the same act, and gives what the levels show', async () => {
    const { offerId } = await posted();
    await share(offerId, ben, ranges);
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
    const { offerId } = await posted();
    await share(offerId, ben, exactLevels);
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

  it('gives no content when the log cannot be written', async () => {
    const { offerId } = await posted();
    await share(offerId, ben, exactLevels);
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
    const { offerId } = await posted();
    const { shareId } = await share(offerId, ben, exactLevels);
    const press = { 'x-parley-key': randomUUID() };
    expect((await ben.post('offer.open', { offerId }, press)).status).toBe(200);
    await ana.api.share.revoke.mutate({ shareId });
    const nothing = (await ben.post('offer.open', { offerId: randomUUID() })).body;
    expect((await ben.post('offer.open', { offerId }, press)).body).toBe(nothing);
  });

  it('before anything is on record gives nothing', async () => {
    const { offerId } = await begin();
    await share(offerId, ben, exactLevels);
    expect(await ben.api.offer.open.mutate({ offerId })).toBeNull();
  });

  it('gives the same bytes whatever hidden figures are, and whether they are stated', async () => {
    const bodies: string[] = [];
    for (const components of [
      letter(),
      letter({ base: known(99_999_999_00), signOn: none }),
      { ...blankComponents(), grants: known([rsu]) },
    ]) {
      const { offerId } = await posted(components);
      await share(offerId, cara, { ...hiddenLevels, equity: 'exact' });
      bodies.push((await cara.post('offer.open', { offerId })).body);
    }
    expect(new Set(bodies).size).toBe(1);
    const { offerId, opportunityId } = await posted();
    await share(offerId, null, hiddenLevels);
    const lists = [await ben.post('share.listShared', { councilId }), await ben.post('opportunity.page', { opportunityId })];
    for (const { status, body } of lists) {
      expect(status).toBe(200);
      for (const number of ['145678', '14567800', '195245']) expect(body).not.toContain(number);
    }
  });
});

describe('see it as they see it', () => {
  it('is byte for byte what that reader gets', async () => {
    const { offerId, opportunityId } = await posted();
    const whole = (body: string) => JSON.stringify(JSON.parse(body).result.data);
    for (const levels of [ranges, exactLevels, hiddenLevels, { ...hiddenLevels, dates: 'range', benefits: 'range' } as const]) {
      await share(offerId, ben, levels);
      const preview = await ana.post('offer.preview', { offerId, as: { who: 'reader', readerId: ben.id } });
      const tried = await ana.post('offer.preview', { offerId, as: { who: 'levels', levels } });
      const opened = await ben.post('offer.open', { offerId });
      expect(preview.status).toBe(200);
      expect(whole(preview.body)).toBe(whole(opened.body));
      expect(whole(tried.body)).toBe(whole(opened.body));
    }
    // Who may know the company from another share of this opening reads it here too.
    await share(offerId, ben, hiddenLevels);
    await ana.api.share.set.mutate({ itemId: opportunityId, councilId, readerId: ben.id, levels: exactLevels, expiresAt: null });
    const preview = await ana.post('offer.preview', { offerId, as: { who: 'reader', readerId: ben.id } });
    expect(preview.body).toContain('Quuxcorp');
    expect(whole(preview.body)).toBe(whole((await ben.post('offer.open', { offerId })).body));
  });

  it('says so when the person sees nothing, and is not written down', async () => {
    const { offerId } = await posted();
    for (const readerId of [cara.id, randomUUID(), ana.id]) {
      const answer = await ana.post('offer.preview', { offerId, as: { who: 'reader', readerId } });
      expect([answer.status, fieldOf(answer.body)?.path]).toEqual([400, 'as.readerId']);
    }
    expect(await ana.api.offer.log.query({ offerId })).toEqual([]);
  });
});

describe('hostile input', () => {
  it('is refused beside its field, and nothing breaks', async () => {
    const { offerId } = await posted();
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
