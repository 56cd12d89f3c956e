import { describe, expect, it } from 'vitest';
import { MarkSeen } from './input.ts';
import { listPeople, notificationKinds, notificationSentence } from './notification.ts';
import { findUnanswered, groupWaiting, sortWaiting, type Waiting, waitingLine } from './waiting.ts';

const id = '0197f7a0-0000-7000-8000-000000000000';
const waiting: Waiting[] = [
  { what: 'deadline', opportunityId: id, offerId: id, role: 'Staff engineer' },
  { what: 'terms', opportunityId: id, negotiationId: id, role: 'Staff engineer', missing: 2 },
  { what: 'terms', opportunityId: id, negotiationId: 'other', role: 'Chef', missing: 1 },
  { what: 'reveal', opportunityId: id, debriefId: id, role: 'Staff engineer' },
  { what: 'counters', opportunityId: id, roundId: id, role: 'Staff engineer', enough: true },
  { what: 'counters', opportunityId: id, roundId: id, role: 'Chef', enough: false },
  { what: 'counter', opportunityId: id, roundId: id, owner: 'Ben', role: 'Designer', by: '2026-11-26T09:00:00.000Z' },
  { what: 'read', opportunityId: id, debriefId: 'first', owner: 'Ben', role: 'Designer' },
  { what: 'mention', opportunityId: id, itemId: id, kind: 'offer', threadId: id, actor: 'Cara', role: 'Designer' },
  { what: 'read', opportunityId: id, debriefId: 'second', owner: 'Dan', role: 'Chef' },
  { what: 'commitment', commitmentId: id, text: 'Ask two people about the team', dueOn: '2026-11-26' },
  { what: 'rehearse', opportunityId: id, negotiationId: id, rehearsalId: id, peer: 'Eva', role: 'Chef' },
  { what: 'play', opportunityId: id, negotiationId: id, rehearsalId: 'other', owner: 'Ben', role: 'Designer' },
  { what: 'charter', councilId: id, council: 'Thursday table' },
];

describe('a notification', () => {
  it('says that it happened, in one line', () => {
    const mine = { item: 'mission', mine: true, ownerName: 'Ana' } as const;
    const bens = { item: 'debrief', mine: false, ownerName: 'Ben' } as const;
    expect(notificationSentence('commented', 'Cara', mine)).toBe('Cara commented on your job mission');
    expect(notificationSentence('mentioned', 'Cara', bens)).toBe('Cara mentioned you on Ben’s debrief');
    expect(notificationSentence('commented', 'Ben', bens)).toBe('Ben commented on their debrief');
    expect(notificationSentence('shared', 'Ben', bens)).toBe('Ben shared their debrief with you');
    expect(notificationSentence('readsAsked', 'Ben', bens)).toBe('Ben asks for your read of their debrief');
    expect(notificationSentence('joined', 'Dan', { council: 'Thursday table' })).toBe('Dan joined Thursday table');
    expect(notificationSentence('left', 'Dan', { council: 'Thursday table' })).toBe('Dan left Thursday table');
    expect(notificationSentence('landed', 'Dan', { council: 'Thursday table' })).toBe('Dan landed, and leaves Thursday table');
  });

  it('does not say who sealed last when reads are revealed', () => {
    expect(notificationSentence('revealed', 'Cara', { item: 'debrief', mine: true, ownerName: 'Ana' })).toBe(
      'The reads of your debrief are revealed',
    );
  });

  it('names two people and counts the others', () => {
    expect(listPeople(['Ben'])).toBe('Ben');
    expect(listPeople(['Ben', 'Cara'])).toBe('Ben and Cara');
    expect(listPeople(['Ben', 'Cara', 'Dan'])).toBe('Ben, Cara and 1 other');
    expect(listPeople(['Ben', 'Cara', 'Dan', 'Eva'])).toBe('Ben, Cara and 2 others');
  });

  it('has a sentence for every kind', () => {
    const sentences = notificationKinds.map((kind) => notificationSentence(kind, 'Cara', { council: 'a table' }));
    expect(new Set(sentences).size).toBe(notificationKinds.length);
  });

  it('is marked as seen by its id, up to a hundred at once', () => {
    expect(MarkSeen.safeParse({ ids: [id] }).success).toBe(true);
    for (const ids of [[], ['x'], Array.from({ length: 101 }, () => id), id])
      expect(MarkSeen.safeParse({ ids }).success).toBe(false);
  });
});

describe('what waits', () => {
  it('puts first what others wait for and keeps the order within a kind', () => {
    const sorted = sortWaiting(waiting);
    expect(sorted.map((entry) => entry.what)).toEqual([
      'charter',
      'counter',
      'read',
      'read',
      'play',
      'rehearse',
      'mention',
      'counters',
      'counters',
      'reveal',
      'commitment',
      'terms',
      'terms',
      'deadline',
    ]);
    expect(sorted.flatMap((entry) => (entry.what === 'read' ? entry.debriefId : []))).toEqual(['first', 'second']);
  });

  it('is grouped by what is to be done, and says who waits in one line each', () => {
    const said = groupWaiting(sortWaiting(waiting)).map(({ act, entries }) => [
      act,
      ...entries.map((entry) => {
        const { who, words, about } = waitingLine(entry);
        return `${who ?? '-'}: ${words} · ${about}`;
      }),
    ]);
    expect(said).toEqual([
      ['Accept the charter', '-: Thursday table: the charter has changed since you accepted it · '],
      ['Seal your counter', 'Ben: Ben asks what you would counter · Designer'],
      [
        'Give your read',
        'Ben: Ben shared their debrief and asks for your read · Designer',
        'Dan: Dan shared their debrief and asks for your read · Chef',
      ],
      ['Play the employer', 'Ben: Ben asks you to play the employer · Designer'],
      ['Rehearse', 'Eva: Eva is ready to rehearse with you · Chef'],
      ['Answer', 'Cara: Cara mentioned you · Designer'],
      [
        'Look at the counters',
        '-: The counters are in · Staff engineer',
        '-: Too few have sealed by the deadline: wait, extend or reveal · Chef',
      ],
      ['Reveal the reads', '-: All reads are in · Staff engineer'],
      ['Do what you took on', '-: Ask two people about the team · '],
      [
        'Get it in writing',
        '-: 2 terms are not confirmed in writing · Staff engineer',
        '-: 1 term is not confirmed in writing · Chef',
      ],
      ['Ask how long the offer stands', '-: An offer without a deadline · Staff engineer'],
    ]);
  });

  it('is no mention that the person has answered, and one entry a thread', () => {
    const mentions = [
      { threadId: 'a', at: '2026-11-20T10:00:00.000Z' },
      { threadId: 'a', at: '2026-11-21T10:00:00.000Z' },
      { threadId: 'b', at: '2026-11-20T10:00:00.000Z' },
    ];
    const never = new Map([
      ['a', ''],
      ['b', ''],
    ]);
    const waits = (more: [string, string][]) => findUnanswered(mentions, new Map([...never, ...more]));
    expect(waits([])).toEqual([mentions[1], mentions[2]]);
    expect(waits([['b', '2026-11-20T10:00:01.000Z']])).toEqual([mentions[1]]);
    expect(waits([['a', '2026-11-20T12:00:00.000Z']])).toEqual([mentions[1], mentions[2]]);
    expect(findUnanswered(mentions, new Map([['b', '']]))).toEqual([mentions[2]]);
  });
});
