import { blankDebrief } from '@parley/domain/debrief/debrief';
import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { makeOffer } from '../support/table.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let councilId: string;
let opportunityId: string;
let debriefId: string;
const find = async (person: Person, words: string) => (await person.api.search.find.query({ words, locale: 'en' })).found;
const share = (itemId: string, expiresAt: string | null = null, readerId: string | null = ben.id) =>
  ana.api.share.set.mutate({ itemId, councilId, readerId, levels: wholeLevels('hidden'), expiresAt });

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  councilId = await world.council('Mittwochsrunde', [ana, ben]);
  const opening = { company: 'Zyxwell', role: 'Head of Product', alias: 'a bicycle shop', stage: 'interview' as const };
  ({ opportunityId } = await ana.api.opportunity.create.mutate({ ...opening, on: '2026-11-10' }));
  ({ debriefId } = await ana.api.debrief.create.mutate({
    opportunityId,
    kind: 'interview',
    document: { ...blankDebrief('interview'), withWhom: 'the Chief', said: '“Wir suchen Müßiggänger.”', confidenceAfter: 3 },
  }));
});
afterAll(() => world.close());

describe('what is mine', () => {
  it('is found by any of its words, with its place and the passage', async () => {
    expect(await find(ana, 'mussigganger chief')).toEqual([
      {
        kind: 'debrief',
        id: debriefId,
        opportunityId,
        title: 'Interview with the Chief',
        place: 'Head of Product · Zyxwell',
        within: null,
        passage: '“Wir suchen Müßiggänger.”',
      },
    ]);
    expect(await find(ana, 'zyx')).toMatchObject([{ kind: 'opportunity', title: 'Head of Product' }, { kind: 'debrief' }]);
    expect(await find(ana, 'MITTWOCH')).toMatchObject([{ kind: 'council', id: councilId }]);
  });

  it('without a word is where I can go', async () => {
    expect(await find(ana, ' ')).toMatchObject([{ kind: 'opportunity', id: opportunityId }]);
    expect(await find(ben, '')).toEqual([]);
  });
});

describe('what is another’s', () => {
  it('is found while it is shared, under the alias, and not a moment longer', async () => {
    expect(await find(ben, 'mussigganger')).toEqual([]);
    const { shareId } = await share(debriefId, inDays(3).toISOString());
    expect(await find(ben, 'mussigganger')).toMatchObject([{ id: debriefId, place: 'Head of Product · a bicycle shop · Ana' }]);
    expect(await find(ben, 'zyxwell')).toEqual([]);
    await world.setClock(inDays(3.01));
    expect(await find(ben, 'mussigganger')).toEqual([]);
    await world.setClock(inDays(1));
    expect(await find(ben, 'mussigganger')).toHaveLength(1);
    await ana.api.share.revoke.mutate({ shareId });
    expect(await find(ben, 'mussigganger')).toEqual([]);
    await world.setClock(null);
  });

  it('never answers to how sure its owner felt', async () => {
    await share(debriefId);
    const answer = async () => (await ben.post('search.find', { words: 'chief', locale: 'en' })).body;
    const before = await answer();
    const { rev, document } = await ana.api.debrief.get.query({ debriefId });
    await ana.api.debrief.save.mutate({ debriefId, rev, document: { ...document, confidenceAfter: 9 } });
    expect(await answer()).toBe(before);
  });

  it('is found by its label alone where it is opened through the log', async () => {
    const { offerId, opportunityId: root } = await makeOffer(ana);
    await ana.api.share.set.mutate({
      itemId: offerId,
      councilId,
      readerId: null,
      levels: wholeLevels('exact'),
      expiresAt: inDays(9).toISOString(),
    });
    expect(await find(ben, 'offer')).toMatchObject([{ kind: 'offer', id: offerId, opportunityId: root, passage: '' }]);
    const log = () => world.client.viewLog.count({ where: { itemId: offerId } });
    expect(await log()).toBe(0);
  });
});

describe('the walk-away', () => {
  it('is in no answer, for nobody', async () => {
    const { offerId } = await makeOffer(ana);
    const { negotiationId } = await ana.api.negotiation.create.mutate({ offerId, currency: 'EUR' });
    const walkAway = { base: 7_654_321, total: null, leave: null, words: 'WALKAWAYCANARY' };
    await ana.api.walkAway.set.mutate({ negotiationId, rev: 1, walkAway });
    for (const words of ['WALKAWAYCANARY', '7654321', '76543'])
      expect((await ana.post('search.find', { words, locale: 'en' })).body).toContain('"found":[]');
  });

  it('leaves no fault of ours behind', () => {
    expect(world.faults).toEqual([]);
  });
});
