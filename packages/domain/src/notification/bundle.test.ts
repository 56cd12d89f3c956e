import { describe, expect, it } from 'vitest';
import { bundleNotices, bundleSentence, listSeenByShowing, type Notice } from './bundle.ts';
import { type NotificationKind, notificationKinds, tellings } from './notification.ts';

const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`;
let next = 0;
const notice = (kind: NotificationKind, actor: string, minute: number, change: Partial<Notice> = {}): Notice => ({
  id: `n${++next}`,
  kind,
  actor,
  at: at(minute),
  seen: false,
  threadId: null,
  item: { itemId: 'mission' },
  council: null,
  ...change,
});
const mine = { item: 'mission', mine: true, ownerName: 'Ana' } as const;
const bens = { item: 'debrief', mine: false, ownerName: 'Ben' } as const;
const lines = (notices: Notice[]) => bundleNotices(notices).map((bundle) => bundleSentence(bundle, mine));

describe('bundled notices', () => {
  it('are one line for one act on one thing, with everybody who did it, each once, the latest first', () => {
    const talk = [notice('commented', 'Ben', 1), notice('commented', 'Cara', 3), notice('commented', 'Ben', 2)];
    expect(lines(talk)).toEqual(['Cara and Ben commented on your job mission']);
    expect(bundleNotices(talk)[0]?.ids).toHaveLength(3);
  });

  it('keep apart what is about something else, what was done otherwise, and what was seen', () => {
    const some = [
      notice('commented', 'Ben', 1),
      notice('commented', 'Ben', 2, { item: { itemId: 'offer' } }),
      notice('mentioned', 'Ben', 3),
      notice('commented', 'Ben', 0, { seen: true }),
      notice('joined', 'Ben', 4, { item: null, council: { councilId: 'table' } }),
      notice('joined', 'Dan', 5, { item: null, council: { councilId: 'other' } }),
    ];
    expect(bundleNotices(some)).toHaveLength(6);
  });

  it('say a share and what is asked of it in one line', () => {
    const [bundle, ...others] = bundleNotices([notice('shared', 'Ben', 1), notice('readsAsked', 'Ben', 2)]);
    expect(others).toEqual([]);
    expect(bundle?.ids).toHaveLength(2);
    expect(bundle && bundleSentence(bundle, bens)).toBe('Ben shared their debrief and asks for your read');
    expect(lines([notice('shared', 'Ben', 1), notice('roundOpened', 'Ben', 2)])).toEqual(['Ben asks what you would counter']);
    const apart = [notice('shared', 'Ben', 1), notice('readsAsked', 'Ben', 2, { item: { itemId: 'debrief' } })];
    expect(bundleNotices(apart)).toHaveLength(2);
  });

  it('remind once of one round', () => {
    expect(lines([notice('roundOpened', 'Ben', 1), notice('roundReminder', 'Ben', 5)])).toEqual([
      'Ben reminds you: your counter is not sealed yet',
    ]);
  });

  it('ask for nothing that was revealed since, but for what was asked anew', () => {
    const asked = notice('readsAsked', 'Ben', 1);
    expect(bundleNotices([asked, notice('revealed', 'Ben', 2)]).map(({ kind }) => kind)).toEqual(['revealed']);
    expect(bundleNotices([asked, notice('revealed', 'Ben', 0)])).toHaveLength(2);
    expect(bundleNotices([notice('roundOpened', 'Ben', 1), notice('roundRevealed', '', 3)])).toHaveLength(1);
  });

  it('name nobody where nobody did it alone', () => {
    expect(bundleNotices([notice('revealed', 'Ben', 1)])[0]?.actors).toEqual([]);
    expect(lines([notice('roundRevealed', 'Ben', 1)])).toEqual(['The counters of your job mission are revealed']);
  });

  it('are seen by standing on the screen, but for what asks for something', () => {
    const [told, asked] = [notice('commented', 'Ben', 1), notice('mentioned', 'Ben', 2)];
    const seen = notice('shared', 'Ben', 3, { seen: true });
    expect(listSeenByShowing(bundleNotices([told, asked, seen]))).toEqual([told.id]);
  });
});

describe('the table of kinds', () => {
  it('says of each whom it is told, in words that differ', () => {
    expect(new Set(notificationKinds.map((kind) => tellings[kind].told)).size).toBeGreaterThan(7);
    for (const kind of notificationKinds) expect(tellings[kind].told.length).toBeGreaterThan(5);
  });

  it('counts as asking whatever waits on Today', () => {
    expect(notificationKinds.filter((kind) => tellings[kind].waits && !tellings[kind].asks)).toEqual([]);
  });
});
