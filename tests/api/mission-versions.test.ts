import { randomUUID } from 'node:crypto';
import { asUser } from '@parley/db/as-user';
import { newId } from '@parley/db/id';
import { wholeLevels } from '@parley/domain/item/levels';
import type { MissionDocument } from '@parley/domain/mission/mission';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { codeOf } from '../support/table.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let councilId: string;
let missionId: string;
let rev: number;

beforeAll(async () => {
  world = await createWorld();
  [ana, ben, cara] = [await world.person('Ana'), await world.person('Ben'), await world.person('Cara')];
  councilId = await world.council('Wednesday', [ana, ben, cara]);
});
afterAll(() => world.close());

beforeEach(async () => {
  const opening = { company: 'Zyxwell', role: 'Staff engineer', alias: '', stage: 'lead' as const, on: '2026-11-20' };
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  missionId = (await ana.api.mission.create.mutate({ opportunityId })).missionId;
  rev = 1;
});

async function write(part: Partial<MissionDocument>) {
  const { document } = await ana.api.mission.get.query({ missionId });
  rev = (await ana.api.mission.save.mutate({ missionId, rev, document: { ...document, ...part } })).rev;
}
const keep = (word = '') => ana.api.mission.keep.mutate({ missionId, rev, word });
const restore = async (versionId: string) => {
  rev = (await ana.api.mission.restore.mutate({ missionId, rev, versionId })).rev;
};
const share = (reader: Person | null, days: number | null = null) =>
  ana.api.share.set.mutate({
    itemId: missionId,
    councilId,
    readerId: reader?.id ?? null,
    levels: wholeLevels('hidden'),
    expiresAt: days === null ? null : inDays(days).toISOString(),
  });
const versions = (person: Person) => person.api.mission.versions.query({ missionId });
const told = async (person: Person) =>
  (await versions(person)).map(({ why, document, word }) => [why, document.statement, ...(word ? [word] : [])].join(' | '));
const statementOf = async (person: Person) => (await person.api.mission.get.query({ missionId })).document.statement;

describe('a version of a mission', () => {
  it('is made by a press and by a share, not by writing', async () => {
    await write({ statement: 'One' });
    await write({ statement: 'Two' });
    expect(await told(ana)).toEqual([]);
    await keep('Before I ask');
    await write({ statement: 'Three' });
    await share(ben);
    expect(await told(ana)).toEqual(['shared | Three', 'saved | Two | Before I ask']);
  });

  it('is the newest one again when nothing changed since and no word comes with it', async () => {
    await write({ statement: 'One' });
    const first = await keep();
    await write({ interviewsHeld: 2 });
    expect(await keep()).toEqual(first);
    expect(await told(ana)).toEqual(['saved | One']);
    await keep('Now for a reason');
    expect(await told(ana)).toEqual(['saved | One | Now for a reason', 'saved | One']);
  });

  it('is brought back as one of its own; what stood is kept first, and what has happened since stays', async () => {
    await write({ statement: 'One' });
    const { versionId } = await keep('The first');
    await write({ statement: 'Two', interviewsHeld: 2, corrections: 'It is about hiring.' });
    await restore(versionId);
    expect(await told(ana)).toEqual(['restored | One | The first', 'saved | Two', 'saved | One | The first']);
    const { document } = await ana.api.mission.get.query({ missionId });
    expect(document).toMatchObject({ statement: 'One', interviewsHeld: 2, corrections: 'It is about hiring.' });
    const late = await ana.post('mission.restore', { missionId, rev: rev - 1, versionId });
    expect(codeOf(late.body)).toBe('CONFLICT');
    expect((await ana.post('mission.restore', { missionId, rev, versionId: newId() })).status).toBe(404);
  });

  it('is brought back once when the button is pressed twice', async () => {
    await write({ statement: 'One' });
    const { versionId } = await keep();
    await write({ statement: 'Two' });
    const key = randomUUID().replaceAll('-', '');
    const press = () => ana.post('mission.restore', { missionId, rev, versionId }, { 'x-parley-key': key });
    const [one, two] = [await press(), await press()];
    expect(two.body).toBe(one.body);
    expect(await told(ana)).toHaveLength(3);
  });

  it('holds the manager’s words when the mission was corrected', async () => {
    await write({ statement: 'One', corrections: 'The first half year is about hiring.' });
    await share(ben);
    await ana.api.mission.setState.mutate({ missionId, rev, state: 'shownToManager' });
    await ana.api.mission.setState.mutate({ missionId, rev: rev + 1, state: 'corrected' });
    const [newest] = await versions(ana);
    expect(newest).toMatchObject({ why: 'corrected', document: { corrections: 'The first half year is about hiring.' } });
    expect((await versions(ben))[0]).toEqual(newest);
  });

  it('never changes, and goes with its mission', async () => {
    await write({ statement: 'One' });
    const { versionId } = await keep();
    const { client } = world;
    const change = asUser(client, ana.id, (db) =>
      db.missionVersion.update({ where: { id: versionId }, data: { sealed: Buffer.from('x') } }),
    );
    await expect(change).rejects.toThrow();
    await expect(asUser(client, ana.id, (db) => db.missionVersion.delete({ where: { id: versionId } }))).rejects.toThrow();
    await ana.api.mission.remove.mutate({ missionId, rev });
    expect(await client.missionVersion.count({ where: { id: versionId } })).toBe(0);
  });
});

describe('who reads a mission', () => {
  it('reads the versions made since it was shared with them, and none from before', async () => {
    await write({ statement: 'Draft that nobody saw' });
    await keep('Too harsh on Ben');
    await write({ statement: 'One' });
    await share(ben);
    await write({ statement: 'Two' });
    await keep('After his comment');
    await share(cara);
    expect(await told(ben)).toEqual(['shared | Two', 'saved | Two | After his comment', 'shared | One']);
    expect(await told(cara)).toEqual(['shared | Two']);
    expect(await told(ana)).toHaveLength(4);
    const { body } = await ben.post('mission.versions', { missionId });
    for (const hidden of ['Draft that', 'Too harsh']) expect(body).not.toContain(hidden);
  });

  it('loses them with the mission, and after a break begins anew', async () => {
    await write({ statement: 'One' });
    const { shareId } = await share(ben);
    await ana.api.share.revoke.mutate({ shareId });
    expect((await ben.post('mission.versions', { missionId })).status).toBe(404);
    await write({ statement: 'While it was private' });
    await keep();
    await write({ statement: 'Two' });
    await share(ben);
    expect(await told(ben)).toEqual(['shared | Two']);
  });

  it('keeps them when the share is only changed', async () => {
    await write({ statement: 'One' });
    await share(ben);
    await write({ statement: 'Two' });
    await share(ben, 3);
    await share(ben, 5);
    expect(await told(ben)).toEqual(['shared | Two', 'shared | Two', 'shared | One']);
  });

  it('begins anew after a share that had run out, also when it was put in its place', async () => {
    await write({ statement: 'One' });
    const { shareId } = await share(ben, 3);
    await world.client.share.update({ where: { id: shareId }, data: { expiresAt: inDays(-1) } });
    await write({ statement: 'Two' });
    await share(ben);
    expect(await told(ben)).toEqual(['shared | Two']);
  });

  it('reads them, and neither keeps nor restores', async () => {
    await write({ statement: 'One' });
    const { versionId } = await keep();
    await share(ben);
    expect((await ben.post('mission.keep', { missionId, rev, word: '' })).status).toBe(403);
    expect((await ben.post('mission.restore', { missionId, rev, versionId })).status).toBe(403);
    const forged = asUser(world.client, ben.id, (db) =>
      db.missionVersion.create({ data: { id: newId(), missionId, ownerId: ben.id, sealed: Buffer.from('x') } }),
    );
    await expect(forged).rejects.toThrow();
    expect(await statementOf(ben)).toBe('One');
  });

  it('reads those of a council’s share from their own joining on', async () => {
    await write({ statement: 'One' });
    await share(null);
    const dora = await world.person('Dora');
    const { link } = await ana.api.invitation.create.mutate({ councilId, email: dora.email });
    await dora.api.invitation.accept.mutate({ token: link?.split('token=')[1] ?? '', charterVersion: 1 });
    expect(await told(dora)).toEqual([]);
    await write({ statement: 'Two' });
    await keep();
    expect(await told(dora)).toEqual(['saved | Two']);
  });
});
