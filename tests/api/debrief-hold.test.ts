import { asUser } from '@parley/db/as-user';
import { type Client, createClient } from '@parley/db/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosenLine } from '../support/lines.ts';
import { createTable, type Table } from '../support/round-table.ts';
import { unwalled } from '../support/unwalled.ts';
import type { Person } from '../support/world.ts';

let table: Table;
let world: Table['world'];
let ana: Person;
let ben: Person;
let cara: Person;

/** While set, calls go past row-level security: the code's own wall stands alone. */
let past: Client | null = null;

beforeAll(async () => {
  table = await createTable({
    asUser: (client, accountId, work) => (past ? unwalled(past, accountId, work) : asUser(client, accountId, work)),
    line: (real, beyond) => chosenLine(() => (past ? beyond : real)),
  });
  ({ world, ana, ben, cara } = table);
});
afterAll(() => world.close());

const read = { likelihood: 60, reason: '' };
const words = 'BENSAYS thirty percent at most';
const say = (person: Person, itemId: string, text: string, mentions: string[] = []) =>
  person.api.thread.start.mutate({ itemId, blockId: 'item', label: text, text, mentions });

/** A debrief that Ben and Cara read, on which both have said something before a read was asked for. */
async function talked() {
  const { opportunityId, offerId } = await table.begin();
  const { debriefId } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  await table.shareWith(debriefId, ben, cara);
  const { threadId, comment } = await say(ben, debriefId, 'OLDWORDS');
  const { comment: asked } = await say(ana, debriefId, 'ANAASKS');
  return { opportunityId, offerId, debriefId, threadId, commentId: comment.commentId, askedId: asked.commentId };
}

const ask = (debriefId: string) => ana.api.debrief.askReads.mutate({ debriefId, read });

/** Everything that somebody gets that could speak of what was said. */
async function hears(person: Person, itemId: string): Promise<string> {
  const { body } = await person.post('thread.list', { itemId });
  const today = await person.post('today.page', undefined);
  return `${body}\n${today.body}`;
}

describe('while reads of a debrief are asked for, what one of its readers writes on it', () => {
  it('reaches its owner, and nobody else who is asked before the reveal, whoever has sealed', async () => {
    const { debriefId } = await talked();
    await ask(debriefId);
    const before = await hears(cara, debriefId);
    expect(before).toContain('OLDWORDS');
    const { told } = await say(ben, debriefId, words, [cara.id]);
    expect(told).toEqual([ana.id]);
    expect((await ben.api.thread.readers.query({ itemId: debriefId })).heldIds).toEqual([cara.id]);
    expect((await ana.api.thread.readers.query({ itemId: debriefId })).heldIds).toEqual([]);
    expect(await hears(cara, debriefId)).toBe(before);
    await ben.api.debrief.sealRead.mutate({ debriefId, read });
    expect(await hears(cara, debriefId)).not.toContain('BENSAYS');
    expect(await hears(ana, debriefId)).toContain('BENSAYS');
    await cara.api.debrief.sealRead.mutate({ debriefId, read });
    expect(await hears(cara, debriefId)).toContain('BENSAYS');
    expect((await ben.api.thread.readers.query({ itemId: debriefId })).heldIds).toEqual([]);
  });

  it('is held as a reply, an edit and a word, and rings nobody', async () => {
    const { debriefId, threadId, commentId, askedId } = await talked();
    await ask(debriefId);
    const rung = () => world.client.event.count({ where: { accountId: cara.id } });
    const before = await rung();
    await ben.api.comment.add.mutate({ threadId, text: words, mentions: [cara.id] });
    await ben.api.comment.edit.mutate({ commentId, rev: 1, text: 'EDITED thirty', mentions: [cara.id] });
    await ben.api.reaction.toComment.mutate({ commentId: askedId, word: 'hold' });
    expect(await rung()).toBe(before);
    const heard = await hears(cara, debriefId);
    for (const mark of ['BENSAYS', 'EDITED']) expect(heard).not.toContain(mark);
    expect((await cara.api.thread.list.query({ itemId: debriefId })).reactions).toEqual([]);
    await ana.api.debrief.reveal.mutate({ debriefId, missing: 2 });
    expect(await hears(cara, debriefId)).toContain('EDITED');
    expect((await cara.api.thread.list.query({ itemId: debriefId })).reactions).toHaveLength(1);
  });

  it('is held by each wall alone', async () => {
    const { debriefId } = await talked();
    await ask(debriefId);
    const { threadId } = await say(ben, debriefId, words, [cara.id]);
    const rows = await asUser(world.deps.client, cara.id, (db) =>
      Promise.all([
        db.comment.count({ where: { threadId } }),
        db.thread.count({ where: { id: threadId } }),
        db.notification.count({ where: { threadId } }),
      ]),
    );
    expect(rows).toEqual([0, 0, 0]);
    past = createClient(world.adminUrl, { max: 2, acquireTimeout: 5_000 });
    try {
      expect((await cara.post('thread.list', { itemId: debriefId })).body).not.toContain('BENSAYS');
      expect((await ana.post('thread.list', { itemId: debriefId })).body).toContain('BENSAYS');
    } finally {
      await past.$disconnect();
      past = null;
    }
  });

  it('lets the owner clarify to all, and holds nothing elsewhere', async () => {
    const { debriefId, opportunityId } = await talked();
    await ask(debriefId);
    const { threadId } = await say(ben, debriefId, words);
    await ana.api.comment.add.mutate({ threadId, text: 'OWNERSAYS two rounds are left.', mentions: [] });
    const heard = await hears(cara, debriefId);
    expect(heard).toContain('OWNERSAYS');
    expect(heard).not.toContain('BENSAYS');
    const { debriefId: other } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
    await table.shareWith(other, ben, cara);
    await say(ben, other, 'ELSEWHERE');
    expect(await hears(cara, other)).toContain('ELSEWHERE');
    expect(world.faults).toEqual([]);
  });
});
