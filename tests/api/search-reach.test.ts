import { asUser } from '@parley/db/as-user';
import { type Client, createClient } from '@parley/db/client';
import { createPlan } from '@parley/domain/negotiation/negotiation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModels } from '../architecture/schema.ts';
import { readSources } from '../architecture/source.ts';
import { begins } from '../support/clock.ts';
import { chosenLine } from '../support/lines.ts';
import { createTable, type Table } from '../support/round-table.ts';
import { searchedModels } from '../support/searched.ts';
import { heardOf, helpOf } from '../support/stage-things.ts';
import { askFields, moveOf } from '../support/table.ts';
import { unwalled } from '../support/unwalled.ts';
import type { Person } from '../support/world.ts';

let table: Table;
let ana: Person;
let ben: Person;
let cara: Person;
/** While set, calls go past row-level security: the code's own wall stands alone. */
let past: Client | null = null;

const find = async (person: Person, words: string) => (await person.api.search.find.query({ words, locale: 'en' })).found;
const say = (person: Person, itemId: string, text: string) =>
  person.api.thread.start.mutate({ itemId, blockId: 'item', label: 'The whole', text, mentions: [] });

beforeAll(async () => {
  table = await createTable({
    asUser: (client, accountId, work) => (past ? unwalled(past, accountId, work) : asUser(client, accountId, work)),
    line: (real, beyond) => chosenLine(() => (past ? beyond : real)),
  });
  ({ ana, ben, cara } = table);
});
afterAll(() => table.world.close());

it('says of every sealed noun whether it is searched, or why not', () => {
  const models = readSources(process.cwd(), ['prisma/models'], ['.prisma']).flatMap(({ text }) => readModels(text));
  const sealed = models.filter(({ columns }) => columns.some(({ name }) => name === 'sealed')).map(({ name }) => name);
  expect(Object.keys(searchedModels).toSorted()).toEqual(sealed.toSorted());
});

describe('the lines of a negotiation', () => {
  it('are found by their words, at their place, by its owner and whom it is shared with', async () => {
    const { negotiationId, opportunityId } = await table.begin();
    const { plan, rev } = await ana.api.negotiation.get.query({ negotiationId });
    const scripts = [{ id: 'script', name: 'First call', text: 'SCRIPTCANARY, then breathe', slots: [], cites: null }];
    await ana.api.negotiation.save.mutate({ negotiationId, rev, plan: { ...createPlan(plan.currency), scripts } });
    await ana.api.ask.create.mutate({ negotiationId, ask: { ...askFields, justification: 'ASKCANARY' } });
    await ana.api.objection.create.mutate({ negotiationId, objection: { says: 'Too much', reply: 'OBJECTIONCANARY' } });
    const evidence = { source: 'A survey', on: null, figure: null, link: '', words: 'EVIDENCECANARY' };
    await ana.api.evidence.create.mutate({ negotiationId, evidence });
    const move = { ...moveOf(begins.toISOString(), 'employer', 12_000_000), words: 'MOVECANARY' };
    await ana.api.move.add.mutate({ negotiationId, move });
    const term = { component: 'other' as const, name: 'TERMCANARY', value: { kind: 'text' as const, text: '30 days' } };
    await ana.api.term.create.mutate({ negotiationId, term });
    const kinds = ['script', 'ask', 'objection', 'evidence', 'move', 'term'] as const;
    const within = { kind: 'negotiation', id: negotiationId, threadId: null };
    for (const kind of kinds) expect(await find(ana, `${kind}canary`), kind).toMatchObject([{ kind, opportunityId, within }]);
    for (const kind of kinds) expect(await find(ben, `${kind}canary`), kind).toEqual([]);
    await table.shareWith(negotiationId, ben);
    for (const kind of kinds) expect(await find(ben, `${kind}canary`), kind).toMatchObject([{ kind, within }]);
  });
});

describe('what is heard and asked', () => {
  it('through the back-channel is its owner’s alone', async () => {
    const { opportunityId } = await table.begin();
    const { backchannelId: id } = await ana.api.backchannel.create.mutate({ opportunityId, fields: heardOf('INSIDERCANARY') });
    expect(await find(ana, 'insidercanary heard')).toMatchObject([{ kind: 'backchannel', id, opportunityId }]);
    expect(await find(ben, 'insidercanary')).toEqual([]);
  });

  it('at a table is found by who sits there, but not what is read for ten seconds', async () => {
    const { councilId } = table;
    const { helpId } = await ana.api.help.create.mutate({ councilId, help: helpOf('HELPCANARY') });
    await ben.api.help.answer.mutate({ helpId, text: 'ANSWERCANARY' });
    await ana.api.help.create.mutate({ councilId, help: { ...helpOf('PITCHCANARY'), feedback: 'heard' } });
    const within = { kind: 'council', id: councilId };
    expect(await find(cara, 'helpcanary')).toMatchObject([{ kind: 'help', within }]);
    expect(await find(cara, 'answercanary')).toMatchObject([{ kind: 'help', within }]);
    expect(await find(cara, 'pitchcanary')).toEqual([]);
    for (const words of ['helpcanary', 'answercanary']) expect(await find(table.stranger, words)).toEqual([]);
  });
});

describe('what is said in a conversation', () => {
  it('leads to it, and is gone with the comment or the share', async () => {
    const { opportunityId } = await table.begin();
    const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
    await table.shareWith(missionId, ben);
    const { threadId, comment } = await say(ben, missionId, 'COMMENTCANARY for the statement');
    const within = { kind: 'mission', id: missionId, threadId };
    expect(await find(ana, 'commentcanary')).toMatchObject([{ kind: 'comment', title: 'Ben’s comment', within }]);
    expect(await find(ben, 'commentcanary')).toMatchObject([{ title: 'Your comment', within }]);
    expect(await find(cara, 'commentcanary')).toEqual([]);
    await ben.api.comment.remove.mutate({ commentId: comment.commentId });
    expect(await find(ana, 'commentcanary')).toEqual([]);
  });

  it('is not found by who may not hear it before a reveal, by each wall alone', async () => {
    const { opportunityId } = await table.begin();
    const { debriefId } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
    await table.shareWith(debriefId, ben, cara);
    await ana.api.debrief.askReads.mutate({ debriefId, read: { likelihood: 60, reason: '' } });
    await say(ben, debriefId, 'HELDCANARY thirty percent');
    expect(await find(ana, 'heldcanary')).toHaveLength(1);
    expect(await find(cara, 'heldcanary')).toEqual([]);
    past = createClient(table.world.adminUrl, { max: 2, acquireTimeout: 5_000 });
    try {
      expect(await find(ana, 'heldcanary')).toHaveLength(1);
      expect(await find(cara, 'heldcanary')).toEqual([]);
      expect(await find(table.stranger, 'heldcanary')).toEqual([]);
    } finally {
      await past.$disconnect();
      past = null;
    }
    await ana.api.debrief.reveal.mutate({ debriefId, missing: 2 });
    expect(await find(cara, 'heldcanary')).toHaveLength(1);
  });

  it('in a counter round is held while it is open', async () => {
    const roundId = await table.opened([ben, cara]);
    await say(ben, roundId, 'ROUNDCANARY a hundred and ten');
    expect(await find(ana, 'roundcanary')).toHaveLength(1);
    expect(await find(cara, 'roundcanary')).toEqual([]);
    await table.reveal(roundId);
    expect(await find(cara, 'roundcanary')).toHaveLength(1);
    expect(table.world.faults).toEqual([]);
  });
});
