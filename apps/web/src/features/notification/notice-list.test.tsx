import {
  type NotificationKind,
  notificationKinds,
  notificationSentence,
  tellings,
} from '@parley/domain/notification/notification';
import { cleanup } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { roundDocument } from '../../../../../tests/support/rounds.ts';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { openTable, shareAll } from '../../../../../tests/support/table.ts';
import type { Person } from '../../../../../tests/support/world.ts';

const world = holdWorld();
let ana: Person;
let ben: Person;
let its: Record<
  'councilId' | 'opportunityId' | 'mission' | 'debrief' | 'negotiation' | 'offer' | 'round' | 'threadId' | 'rehearsal',
  string
>;

beforeAll(async () => {
  [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const councilId = await world().council('Thursday', [ana, ben]);
  const { opportunityId, negotiationId: negotiation, offerId: offer } = await openTable(ana);
  const { missionId: mission } = await ana.api.mission.create.mutate({ opportunityId });
  const { debriefId: debrief } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  const { roundId: round } = await ana.api.round.create.mutate({ negotiationId: negotiation });
  const terms = { document: roundDocument('What would you counter?'), deadlineAt: null, quorum: 3, named: true };
  await ana.api.round.save.mutate({ roundId: round, rev: 1, ...terms });
  const words = { itemId: mission, blockId: 'statement', label: 'Statement', text: 'When?', mentions: [] };
  const { threadId } = await ana.api.thread.start.mutate(words);
  await shareAll({ councilId, world: world(), ana, ben, cara: ben, dora: ben }, ana, negotiation);
  const { rehearsalId: rehearsal } = await ana.api.rehearsal.ask.mutate({ negotiationId: negotiation, peerId: ben.id });
  its = { councilId, opportunityId, mission, debrief, negotiation, offer, round, threadId, rehearsal };
});

type ItemName = 'mission' | 'debrief' | 'negotiation' | 'offer' | 'round';
type Row = { item?: ItemName; talk?: true; reads?: true; lands: (ids: typeof its) => string; stays?: true };

const room = (name: string, item: ItemName, more: string) => (ids: typeof its) =>
  `/opportunities/${ids.opportunityId}/${name}?on=${ids[item]}&${more.replace('%', ids.threadId)}`;
const talk = { item: 'mission', talk: true, lands: room('mission', 'mission', 'talk=%') } as const;
const reads = { item: 'debrief', lands: room('debriefs', 'debrief', 'at=reads') } as const;
const round = { item: 'round', lands: room('rounds', 'round', 'at=item') } as const;
const rehearsal = { item: 'negotiation', lands: (ids: typeof its) => `/rehearsals/${ids.rehearsal}` } as const;
const council = { lands: (ids: typeof its) => `/council/${ids.councilId}` };
const members = { lands: (ids: typeof its) => `/council/${ids.councilId}#members` };

/** Where each kind leads; a kind without a row does not compile. `stays`: its row is shown only while what it asks for is still to be done. */
const table: Record<NotificationKind, Row> = {
  commented: talk,
  mentioned: talk,
  suggested: talk,
  suggestionAnswered: talk,
  shared: { item: 'mission', lands: room('mission', 'mission', 'at=item') },
  readsAsked: reads,
  revealed: { ...reads, item: 'debrief' },
  roundOpened: round,
  roundRevealed: { ...round, lands: room('rounds', 'round', 'at=item') },
  roundReminder: round,
  roundNears: { ...round, stays: true },
  roundStuck: { ...round, stays: true },
  rehearsalAsked: rehearsal,
  rehearsalReady: rehearsal,
  rehearsalDeclined: { item: 'negotiation', lands: room('negotiation', 'negotiation', 'at=item') },
  deadlineNears: { item: 'offer', lands: room('offer', 'offer', 'at=item') },
  joined: members,
  left: members,
  landed: members,
  helpAsked: { ...council, stays: true },
  helpAnswered: council,
  charterChanged: { ...council, stays: true },
  chairGiven: council,
  meetingBegun: { lands: (ids) => `/council/${ids.councilId}/meeting`, stays: true },
  meetingMoved: council,
  meetingSkipped: council,
  overlapTold: council,
  seatEnded: { lands: () => '/council' },
  commitmentDue: { lands: () => '/me', stays: true },
  waysChanged: { lands: () => '/me' },
};

const escaped = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

test.each(notificationKinds)('%s leads to its words, and to follow it is to have seen it', async (kind) => {
  const { item, talk: ofThread, lands, stays } = table[kind];
  const isCouncil = ['council', 'meeting'].includes(tellings[kind].lands);
  const { id } = await world().client.notification.create({
    data: {
      recipientId: ana.id,
      actorId: ben.id,
      kind,
      councilId: isCouncil ? its.councilId : null,
      itemId: item ? its[item] : null,
      threadId: ofThread ? its.threadId : null,
      seenAt: stays ? await world().now() : null,
    },
  });
  const about = isCouncil ? { council: 'Thursday' } : { own: true as const };
  const subject = item ? { item, mine: true, ownerName: 'Ana' } : about;
  const screen = openScreen(ana, '/notices');
  const name = new RegExp(escaped(notificationSentence(kind, tellings[kind].unnamed ? 'Somebody' : 'Ben', subject)));
  const link = await screen.find('link', name);
  expect(link.getAttribute('href')).toBe(lands(its));
  await screen.press('link', name);
  await expect.poll(screen.where).toBe(lands(its));
  const seen = () => world().client.notification.findUnique({ where: { id }, select: { seenAt: true } });
  await expect.poll(async () => (await seen())?.seenAt ?? null).not.toBeNull();
  cleanup();
  await world().client.notification.deleteMany({ where: { recipientId: ana.id } });
});
