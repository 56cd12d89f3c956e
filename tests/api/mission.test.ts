import { randomUUID } from 'node:crypto';
import { wholeLevels } from '@parley/domain/item/levels';
import { blankKeyResult, blankNeed, blankObjective, blankQuestion } from '@parley/domain/mission/edit';
import { emptyMission, type MissionDocument } from '@parley/domain/mission/mission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begins } from '../support/clock.ts';
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

async function begin() {
  const made = await ana.api.opportunity.create.mutate({
    company: 'Zyxwell',
    role: 'Staff engineer',
    alias: '',
    stage: 'lead',
    on: '2026-11-20',
  });
  const mission = await ana.api.mission.create.mutate({ opportunityId: made.opportunityId });
  return { opportunityId: made.opportunityId, missionId: mission.missionId };
}

function written(): MissionDocument {
  const result = {
    ...blankKeyResult(randomUUID()),
    metric: 'Minutes to deploy',
    direction: 'fall' as const,
    start: '45',
    target: '12',
    current: '30.5',
  };
  return {
    ...emptyMission,
    statement: 'Make payments boring.',
    objectives: [{ ...blankObjective(randomUUID()), title: 'Ship without fear', keyResults: [result] }],
    questions: [{ ...blankQuestion(randomUUID(), result.id), text: 'Who owns the pipeline?' }],
    needs: [{ ...blankNeed(randomUUID(), result.id), text: 'One engineer', amount: { minor: 12_000_000, currency: 'EUR' } }],
  };
}

const share = (missionId: string, reader: Person | null) =>
  ana.post('share.set', {
    itemId: missionId,
    councilId,
    readerId: reader?.id ?? null,
    levels: wholeLevels('hidden'),
    expiresAt: null,
  });

describe('a mission', () => {
  it('is one for each opportunity, and private', async () => {
    const { opportunityId, missionId } = await begin();
    expect(await ana.api.mission.get.query({ missionId })).toMatchObject({
      rev: 1,
      state: 'private',
      mine: true,
      peerComments: 0,
      document: emptyMission,
    });
    expect((await ana.post('mission.create', { opportunityId })).status).toBe(403);
    const nothing = (await ben.post('mission.get', { missionId: randomUUID() })).body;
    expect((await ben.post('mission.get', { missionId })).body).toBe(nothing);
    expect((await ben.post('mission.create', { opportunityId })).status).toBe(404);
    expect((await ana.api.opportunity.page.query({ opportunityId })).parts.mission).toEqual([missionId]);
  });

  it('is made once when the button is pressed twice', async () => {
    const { opportunityId } = await ana.api.opportunity.create.mutate({
      company: 'Twice',
      role: 'Engineer',
      alias: '',
      stage: 'lead',
      on: '2026-11-20',
    });
    const answers = await Promise.all([1, 2, 3].map(() => ana.post('mission.create', { opportunityId })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 200 && status !== 403 && status !== 409)).toEqual([]);
    expect(await world.client.item.count({ where: { opportunityId, kind: 'mission' } })).toBe(1);
  });

  it('keeps every block with its id and exact numbers, sealed', async () => {
    const { missionId } = await begin();
    const document = written();
    expect(await ana.api.mission.save.mutate({ missionId, rev: 1, document })).toEqual({ rev: 2 });
    expect((await ana.api.mission.get.query({ missionId })).document).toEqual(document);
    const row = await world.client.mission.findUniqueOrThrow({ where: { id: missionId } });
    expect(Buffer.from(row.sealed).includes('boring')).toBe(false);
  });

  it('answers an edit of something older with the newer one', async () => {
    const { missionId } = await begin();
    const document = written();
    const answers = await Promise.all([1, 2, 3].map(() => ana.post('mission.save', { missionId, rev: 1, document })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const late = answers.find(({ status }) => status === 409)?.body ?? '{}';
    expect(JSON.parse(late).error.data).toMatchObject({
      code: 'CONFLICT',
      newer: { rev: 2, document: { statement: 'Make payments boring.' } },
    });
    for (const path of ['setState', 'remove'])
      expect(
        (await ana.post(`mission.${path}`, { missionId, rev: 1, ...(path === 'setState' && { state: 'inReview' }) })).status,
      ).toBe(409);
  });

  it('goes from state to state by the rule', async () => {
    const { missionId } = await begin();
    const go = (rev: number, state: string) => ana.post('mission.setState', { missionId, rev, state });
    const unread = await go(1, 'inReview');
    expect([unread.status, JSON.parse(unread.body).error.message]).toEqual([403, expect.stringContaining('Share it')]);
    await ana.api.mission.save.mutate({ missionId, rev: 1, document: written() });
    expect((await go(2, 'shownToManager')).status).toBe(403);
    await share(missionId, ben);
    expect((await go(2, 'corrected')).status).toBe(403);
    expect((await go(2, 'shownToManager')).status).toBe(200);
    const wordless = await go(3, 'corrected');
    expect(JSON.parse(wordless.body).error.message).toContain('in their words');
    const corrected = { ...written(), corrections: 'It is this job, plus on-call.' };
    await ana.api.mission.save.mutate({ missionId, rev: 3, document: corrected });
    expect((await go(4, 'corrected')).status).toBe(200);
    expect(await ana.api.mission.get.query({ missionId })).toMatchObject({ rev: 5, state: 'corrected' });
    expect((await go(5, 'published')).status).toBe(400);
  });

  it('is called private only while nobody else reads it, and private again ends every share', async () => {
    const { missionId } = await begin();
    const stands = async () => {
      const { state, readers } = await ana.api.mission.get.query({ missionId });
      return [state, readers];
    };
    expect(await stands()).toEqual(['private', []]);
    await share(missionId, ben);
    await share(missionId, null);
    expect(await stands()).toEqual(['inReview', ['Ben', 'Cara']]);
    expect(await ben.api.mission.get.query({ missionId })).toMatchObject({ state: 'inReview', readers: [] });
    await ana.api.mission.setState.mutate({ missionId, rev: 1, state: 'private' });
    expect(await stands()).toEqual(['private', []]);
    expect((await ben.post('mission.get', { missionId })).status).toBe(404);
    expect((await ana.api.share.get.query({ itemId: missionId })).shares).toEqual([]);
    // a share that runs out or is taken back leaves nothing behind that says otherwise
    await share(missionId, ben);
    expect(await stands()).toEqual(['inReview', ['Ben']]);
    await world.client.share.updateMany({ where: { itemId: missionId, revokedAt: null }, data: { revokedAt: begins } });
    expect(await stands()).toEqual(['private', []]);
  });

  it('is read, and only read, by whom it is shared with', async () => {
    const { missionId } = await begin();
    const document = written();
    await ana.api.mission.save.mutate({ missionId, rev: 1, document });
    expect(await share(missionId, ben)).toMatchObject({ status: 200 });
    const seen = await ben.api.mission.get.query({ missionId });
    expect(seen).toMatchObject({ mine: false, ownerName: 'Ana', document });
    expect(JSON.stringify(seen)).not.toContain('Zyxwell');
    expect((await ben.post('mission.save', { missionId, rev: 2, document: emptyMission })).status).toBe(403);
    expect((await ben.post('mission.setState', { missionId, rev: 2, state: 'inReview' })).status).toBe(403);
    expect((await ben.post('mission.remove', { missionId, rev: 2 })).status).toBe(403);
    expect((await cara.post('mission.get', { missionId })).status).toBe(404);
    await world.client.share.updateMany({ where: { itemId: missionId }, data: { revokedAt: begins } });
    expect((await ben.post('mission.get', { missionId })).status).toBe(404);
    expect((await ben.post('mission.save', { missionId, rev: 2, document })).status).toBe(404);
    expect((await ana.api.mission.get.query({ missionId })).rev).toBe(2);
  });

  it('counts the comments of peers for its readiness, not its owner’s', async () => {
    const { missionId } = await begin();
    await share(missionId, null);
    const say = async (person: Person) =>
      expect(
        await person.post('thread.start', {
          itemId: missionId,
          blockId: 'statement',
          label: 'Statement',
          text: 'I wonder',
          mentions: [],
        }),
      ).toMatchObject({ status: 200 });
    await say(ana);
    expect((await ana.api.mission.get.query({ missionId })).peerComments).toBe(0);
    await say(ben);
    expect((await ana.api.mission.get.query({ missionId })).peerComments).toBe(1);
  });

  it('ends, and can be begun again', async () => {
    const { opportunityId, missionId } = await begin();
    await ana.api.mission.remove.mutate({ missionId, rev: 1 });
    expect((await ana.post('mission.get', { missionId })).status).toBe(404);
    expect(await world.client.item.count({ where: { id: missionId } })).toBe(0);
    expect((await ana.api.mission.create.mutate({ opportunityId })).missionId).not.toBe(missionId);
  });

  it('refuses hostile input beside its field, and never breaks', async () => {
    const { missionId } = await begin();
    const good = written();
    const [objective] = good.objectives;
    const [result] = objective?.keyResults ?? [];
    const [need] = good.needs;
    const save = async (more: object) => {
      const { status, body } = await ana.post('mission.save', { missionId, rev: 1, document: { ...good, ...more } });
      return [status, JSON.parse(body).error?.data.fields[0]?.path];
    };
    const withResult = (more: object) => save({ objectives: [{ ...objective, keyResults: [{ ...result, ...more }] }] });
    expect(await withResult({ target: '45' })).toEqual([400, 'document.objectives.0.keyResults.0.target']);
    expect(await withResult({ start: 'NaN' })).toEqual([400, 'document.objectives.0.keyResults.0.start']);
    expect(await withResult({ start: 1e308 })).toEqual([400, 'document.objectives.0.keyResults.0.start']);
    expect(await withResult({ due: '2101-01-01' })).toEqual([400, 'document.objectives.0.keyResults.0.due']);
    expect(
      await save({
        objectives: Array.from({ length: 6 }, () => ({ ...blankObjective(randomUUID()), title: 'x' })),
        questions: [],
        needs: [],
      }),
    ).toEqual([400, 'document.objectives']);
    expect(await save({ needs: [{ ...need, amount: { minor: 0.5, currency: 'EUR' } }] })).toEqual([
      400,
      'document.needs.0.amount.minor',
    ]);
    expect(await save({ needs: [{ ...need, keyResultId: randomUUID() }] })).toEqual([400, 'document.needs.0.keyResultId']);
    expect(await save({ statement: 'a\u0000b' })).toEqual([400, 'document.statement']);
    expect((await save({ walkAway: 1 }))[0]).toBe(400);
    const huge = { ...good, corrections: 'x'.repeat(70_000) };
    expect((await ana.post('mission.save', { missionId, rev: 1, document: huge })).status).toBe(413);
    for (const path of ['get', 'create', 'save', 'setState', 'remove'])
      for (const input of [
        undefined,
        null,
        1,
        'x',
        [],
        {},
        { missionId: {} },
        { missionId, rev: 0 },
        { missionId, rev: 1, document: [], state: {} },
        { opportunityId: missionId },
      ]) {
        const { status } = await ana.post(`mission.${path}`, input);
        expect([400, 404], `${path} ${JSON.stringify(input)}`).toContain(status);
      }
    expect(world.faults).toEqual([]);
    expect((await ana.api.mission.get.query({ missionId })).rev).toBe(1);
  });
});
