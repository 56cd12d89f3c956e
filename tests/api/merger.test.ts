import { newId } from '@parley/db/id';
import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let mona: Person;
let otto: Person;
let bea: Person;
let cem: Person;
let into: string;
let own: string;

beforeAll(async () => {
  world = await createWorld();
  mona = await world.person('Mona');
  otto = await world.person('Otto');
  bea = await world.person('Bea');
  cem = await world.person('Cem');
});
beforeEach(async () => {
  into = await world.council('Monday table', [mona]);
  own = await world.council('Sunday table', [otto, bea, cem]);
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const tokenOf = (link: string) => link.split('token=')[1] ?? '';
const sentence = (answer: { body: string }) => JSON.parse(answer.body).error.data.message;

async function offer(email = otto.email, councilId = into) {
  const made = await mona.api.invitation.create.mutate({ councilId, email, merges: true });
  return { ...made, token: tokenOf(made.link) };
}

const answer = (person: Person, token: unknown, councilId: unknown = own) =>
  person.post('invitation.merge', { token, councilId });
const merged = async () => (await otto.api.invitation.merge.mutate({ token: (await offer()).token, councilId: own })).invitations;

describe('an offer to merge', () => {
  it('says to the moderator, and to nobody else, whom the answer would invite', async () => {
    const { token } = await offer();
    const shown = { councilId: own, name: 'Sunday table', invited: ['Bea', 'Cem', 'Otto'] };
    expect((await otto.api.invitation.look.query({ token })).state).toBe('open');
    expect(await otto.api.invitation.look.query({ token })).toMatchObject({ mergeable: expect.arrayContaining([shown]) });
    expect(await bea.api.invitation.look.query({ token })).toMatchObject({ viewer: 'somebodyElse', mergeable: [] });
    expect(await world.anonymous().api.invitation.look.query({ token })).toMatchObject({ mergeable: [] });
    expect(await mona.api.invitation.list.query({ councilId: into })).toEqual([expect.objectContaining({ merges: true })]);
  });

  it('answered, seats nobody: each takes the seat by their own link and the charter', async () => {
    const links = await merged();
    expect(links.map(({ name }) => name)).toEqual(['Bea', 'Cem', 'Otto']);
    expect((await mona.api.council.page.query({ councilId: into })).members).toHaveLength(1);
    const token = tokenOf(links[0]?.link ?? '');
    expect((await cem.post('invitation.accept', { token, charterVersion: 1 })).status).toBe(403);
    expect((await bea.post('invitation.accept', { token, charterVersion: 1 })).status).toBe(200);
    const seats = (await mona.api.council.page.query({ councilId: into })).members.map(({ name }) => name);
    expect(seats.toSorted()).toEqual(['Bea', 'Mona']);
    expect((await otto.api.council.page.query({ councilId: own })).members).toHaveLength(3);
  });

  it('opens nothing: neither council reads the other, and an address is read by no moderator', async () => {
    const links = await merged();
    expect((await mona.post('council.saveCharter', { councilId: own, version: 1, text: 'x' })).status).toBe(404);
    expect((await otto.post('invitation.create', { councilId: into, email: 'x@example.org' })).status).toBe(404);
    const listed = await mona.api.invitation.list.query({ councilId: into });
    expect(
      listed
        .filter(({ state }) => state === 'open')
        .map(({ email }) => email)
        .toSorted(),
    ).toEqual(['Bea', 'Cem', 'Otto']);
    const token = tokenOf(links[0]?.link ?? '');
    for (const person of [mona, otto, world.anonymous()]) {
      expect(await person.api.invitation.look.query({ token })).toMatchObject({ email: null, name: 'Bea', mergeable: null });
    }
    expect(await bea.api.invitation.look.query({ token })).toMatchObject({ email: bea.email, viewer: 'invited' });
    const kept = await world.client.invitation.findMany({ where: { councilId: into } });
    expect(kept.some(({ sealed }) => Buffer.from(sealed).includes(bea.email))).toBe(false);
  });

  it('shares nothing that is shared in the other council', async () => {
    const about = { company: 'Hartwig', role: 'Lead', alias: '', stage: 'lead' as const, on: '2026-11-02' };
    const { opportunityId } = await bea.api.opportunity.create.mutate(about);
    const { missionId } = await bea.api.mission.create.mutate({ opportunityId });
    const whole = { itemId: missionId, readerId: null, levels: wholeLevels('hidden'), expiresAt: null };
    await bea.api.share.set.mutate({ ...whole, councilId: own });
    const links = await merged();
    await bea.api.invitation.accept.mutate({ token: tokenOf(links[0]?.link ?? ''), charterVersion: 1 });
    expect((await otto.api.mission.get.query({ missionId })).missionId).toBe(missionId);
    await expect(mona.api.mission.get.query({ missionId })).rejects.toThrow();
    await bea.api.share.set.mutate({ ...whole, councilId: into });
    expect((await mona.api.mission.get.query({ missionId })).missionId).toBe(missionId);
  });

  it('is answered once, also when it is pressed many times at once', async () => {
    const { token } = await offer();
    const answers = await Promise.all(Array.from({ length: 5 }, () => answer(otto, token)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403, 403, 403, 403]);
    expect(sentence(await answer(otto, token))).toContain('has been answered');
    expect(await world.anonymous().api.invitation.look.query({ token })).toMatchObject({
      state: 'used',
      sentence: expect.stringContaining('the members are invited'),
    });
    expect(await world.client.invitation.count({ where: { councilId: into } })).toBe(4);
  });

  it('passes over who sits in both or is invited already, and refuses when nobody is left', async () => {
    const both = await world.council('Both', [mona, otto, bea]);
    await mona.api.invitation.create.mutate({ councilId: both, email: cem.email });
    const { token } = await offer(otto.email, both);
    const refused = await answer(otto, token);
    expect([refused.status, sentence(refused)]).toEqual([403, expect.stringContaining('sit in the other one already')]);
  });

  it('seats at most twelve, counted with both councils and what is promised', async () => {
    const emails = Array.from({ length: 9 }, (_, at) => `seat${at}@example.org`);
    await mona.api.invitation.createSeveral.mutate({ councilId: into, emails });
    const { token } = await offer();
    await mona.api.invitation.create.mutate({ councilId: into, email: 'last@example.org' });
    const refused = await answer(otto, token);
    expect([refused.status, sentence(refused)]).toEqual([
      403,
      expect.stringContaining('3 of your members need a seat. Still free: 1 of 12'),
    ]);
    const full = await mona.post('invitation.create', { councilId: into, email: 'more@example.org', merges: true });
    expect(full.status).toBe(403);
  });
});

describe('what changed in between', () => {
  it('withdrawn, declined, closed: the link says so, and no answer works', async () => {
    const first = await offer();
    await mona.api.invitation.revoke.mutate({ invitationId: first.invitationId });
    expect(sentence(await answer(otto, first.token))).toContain('withdrawn');
    const second = await offer();
    await otto.api.invitation.decline.mutate({ token: second.token });
    expect(sentence(await answer(otto, second.token))).toContain('declined');
    const third = await offer();
    await mona.api.council.close.mutate({ councilId: into });
    expect((await answer(otto, third.token)).status).toBe(403);
  });

  it('both must chair when it is answered', async () => {
    const table = await world.council('Handed on', [mona, cem]);
    const { token } = await offer(otto.email, table);
    await otto.api.council.handOver.mutate({ councilId: own, accountId: bea.id });
    expect(sentence(await answer(otto, token))).toContain('Only the moderator');
    await bea.api.council.handOver.mutate({ councilId: own, accountId: otto.id });
    await mona.api.council.handOver.mutate({ councilId: table, accountId: cem.id });
    expect(sentence(await answer(otto, token))).toContain('no longer chairs');
  });

  it('a council that was closed has nobody who answers for it', async () => {
    const { token } = await offer();
    await otto.api.council.close.mutate({ councilId: own });
    expect((await answer(otto, token)).status).toBe(404);
  });

  it('a council does not merge with itself', async () => {
    const { token } = await offer(mona.email);
    expect(sentence(await answer(mona, token, into))).toContain('with itself');
  });
});

describe('whoever tries', () => {
  it('a link of one kind does not work as the other', async () => {
    const { token } = await offer();
    expect((await otto.post('invitation.accept', { token, charterVersion: 1 })).status).toBe(403);
    const seat = await mona.api.invitation.create.mutate({ councilId: into, email: cem.email });
    expect((await answer(cem, tokenOf(seat.link))).status).toBe(403);
  });

  it('neither a member nor a stranger nor nobody answers, and a foreign council is as one that is not there', async () => {
    const { token } = await offer();
    expect((await answer(world.anonymous(), token)).status).toBe(401);
    expect(sentence(await answer(bea, token))).toContain('another address');
    const foreign = await world.council('Foreign', [cem]);
    const there = await answer(otto, token, foreign);
    expect(there.status).toBe(404);
    expect(there.body).toBe((await answer(otto, token, newId())).body);
    expect((await answer(otto, 'A'.repeat(43))).status).toBe(404);
    expect((await bea.post('invitation.create', { councilId: own, email: mona.email, merges: true })).status).toBe(403);
  });

  it.each([-1, 1e21, null, '', '1,000', [], {}, 'A'.repeat(4_000)])(
    'refuses %j as a council, as a link and as a kind',
    async (bad) => {
      const { token, invitationId } = await offer();
      expect((await answer(otto, token, bad)).status).toBe(400);
      expect((await answer(otto, bad)).status).toBe(400);
      expect((await mona.post('invitation.create', { councilId: into, email: 'k@example.org', merges: bad })).status).toBe(400);
      await mona.api.invitation.revoke.mutate({ invitationId });
    },
  );
});
