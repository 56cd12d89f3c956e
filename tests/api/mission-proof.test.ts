import { newId } from '@parley/db/id';
import { wholeLevels } from '@parley/domain/item/levels';
import { blankKeyResult, blankNeed, blankObjective } from '@parley/domain/mission/edit';
import { emptyMission, type LineProof, type MissionDocument } from '@parley/domain/mission/mission';
import { lineProofOf } from '@parley/domain/mission/proof';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let councilId: string;
let proof: LineProof;

const opening = { company: 'Zyxwell', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-11-20' } as const;
const written = {
  outcome: 'Cut the time of a release',
  metric: '40 to 9 minutes',
  scope: 'SCOPECANARY, eleven teams',
  verify: 'VERIFYCANARY can tell',
  led: true,
};
const words = 'Cut the time of a release (40 to 9 minutes)';

beforeAll(async () => {
  world = await createWorld();
  [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
  councilId = await world.council('Wednesday', [ana, ben]);
  const { proofId } = await ana.api.proof.create.mutate({ proof: written });
  proof = lineProofOf({ proofId, ...written });
});
afterAll(() => world.close());

async function begin(): Promise<{ opportunityId: string; missionId: string }> {
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
  return { opportunityId, missionId };
}

function resting(on: LineProof | null): MissionDocument {
  const result = { ...blankKeyResult(newId()), metric: 'Releases a week', start: '12', target: '45', proof: on };
  return {
    ...emptyMission,
    objectives: [{ ...blankObjective(newId()), title: 'Ship without fear', keyResults: [result] }],
    needs: [{ ...blankNeed(newId(), result.id), text: 'One engineer', proof: on }],
  };
}

const share = (itemId: string) =>
  ana.api.share.set.mutate({ itemId, councilId, readerId: ben.id, levels: wholeLevels('hidden'), expiresAt: null });
const read = async (person: Person, missionId: string) => JSON.stringify(await person.api.mission.get.query({ missionId }));

describe('a line that rests on a proof', () => {
  it('says its outcome and its number to who reads the mission, and which proof it is to its owner alone', async () => {
    const { missionId } = await begin();
    await ana.api.mission.save.mutate({ missionId, rev: 1, document: resting(proof) });
    await share(missionId);
    expect(await read(ana, missionId)).toContain(`{"proofId":"${proof.proofId}","words":"${words}"}`);
    const versions = JSON.stringify(await ben.api.mission.versions.query({ missionId }));
    for (const text of [await read(ben, missionId), versions]) {
      expect(text.split(`{"proofId":null,"words":"${words}"}`)).toHaveLength(3);
      expect(text).not.toMatch(/CANARY/);
      expect(text).not.toContain(proof.proofId);
    }
    expect(await ben.api.proof.list.query()).toEqual([]);
    const row = await world.client.mission.findUniqueOrThrow({ where: { id: missionId } });
    expect(Buffer.from(row.sealed).includes('release')).toBe(false);
  });

  it('rests on a proof of the owner’s library in its own words, and on nothing else', async () => {
    const { missionId } = await begin();
    const { proofId } = await ben.api.proof.create.mutate({ proof: written });
    const wrong: LineProof[] = [
      { proofId, words },
      { proofId: newId(), words },
      { proofId: null, words },
      { ...proof, words: 'Cut it to nothing' },
    ];
    for (const one of wrong) {
      const refused = await ana.post('mission.save', { missionId, rev: 1, document: resting(one) });
      expect([refused.status, refused.body.includes('no longer in your library')]).toEqual([400, true]);
    }
    await ana.api.mission.save.mutate({ missionId, rev: 1, document: resting(proof) });
  });

  it('keeps its words when the proof is changed or gone, and is found by them', async () => {
    const { missionId } = await begin();
    const { proofId } = await ana.api.proof.create.mutate({ proof: { ...written, outcome: 'Halved the queue' } });
    const gone = lineProofOf({ proofId, ...written, outcome: 'Halved the queue' });
    const document = resting(gone);
    await ana.api.mission.save.mutate({ missionId, rev: 1, document });
    const { versionId } = await ana.api.mission.keep.mutate({ missionId, rev: 2, word: '' });
    await ana.api.proof.remove.mutate({ proofId });
    await ana.api.mission.save.mutate({ missionId, rev: 2, document: { ...document, statement: 'Boring.' } });
    expect(await read(ana, missionId)).toContain('Halved the queue');
    await ana.api.mission.save.mutate({ missionId, rev: 3, document: resting(null) });
    await ana.api.mission.restore.mutate({ missionId, rev: 4, versionId });
    expect(await read(ana, missionId)).toContain('Halved the queue');
    expect(JSON.stringify(await ana.api.search.find.query({ words: 'halved queue', locale: 'en' }))).toContain(missionId);
  });

  it('goes along when its need becomes an ask, as long as it is in the library', async () => {
    const { opportunityId, missionId } = await begin();
    const { proofId } = await ana.api.proof.create.mutate({ proof: { ...written, outcome: 'Hired nine' } });
    const [kept, gone] = [resting(proof), resting(lineProofOf({ proofId, ...written, outcome: 'Hired nine' }))];
    const needs = [...kept.needs, ...gone.needs.map((need) => ({ ...need, keyResultId: null }))];
    await ana.api.mission.save.mutate({ missionId, rev: 1, document: { ...kept, needs } });
    await ana.api.proof.remove.mutate({ proofId });
    const draft = { receivedOn: null, deadline: null, draft: null };
    const { offerId } = await ana.api.offer.create.mutate({ opportunityId, ...draft });
    const { negotiationId } = await ana.api.negotiation.create.mutate({ offerId, currency: 'EUR' });
    for (const { id: needId } of needs) await ana.api.ask.fromNeed.mutate({ negotiationId, missionId, needId });
    const { asks } = await ana.api.negotiation.get.query({ negotiationId });
    expect(asks.map(({ proofIds }) => proofIds)).toEqual([[proof.proofId], []]);
  });
});
