import { describe, expect, it } from 'vitest';
import { readLedger } from '../negotiation/ledger/ledger.ts';
import { emptyPackage } from '../negotiation/package.ts';
import { dealCards, playCards } from './cards.ts';
import { AnswerFields, BriefFields, SaidFields } from './input.ts';
import {
  allAnswered,
  canAnswer,
  canAsk,
  canBegin,
  canBrief,
  canDecline,
  canDraw,
  canKeep,
  canLog,
  canOpen,
  canPlay,
  canRemove,
  goesOn,
  hasStep,
  limits,
  measureSilence,
  movesFrom,
  type Rehearsal,
  type RehearsalState,
  rehearsalStates,
  roleOf,
  showsNote,
} from './rehearsal.ts';
import { callMinutes, callSteps } from './steps.ts';

const [ana, ben, cara] = ['ana', 'ben', 'cara'];
const at = (state: RehearsalState, more: Partial<Rehearsal> = {}): Rehearsal => {
  return { ownerId: ana, peerId: ben, peerHere: true, state, step: 0, ...more };
};
const alone = { peerId: null, peerHere: false };

/** In which states somebody may. */
const states = (
  may: (one: Rehearsal, viewerId: string) => { allowed: boolean },
  viewerId: string,
  more: Partial<Rehearsal> = {},
) => rehearsalStates.filter((state) => may(at(state, more), viewerId).allowed);

describe('a rehearsal', () => {
  it('is played by who can read the negotiation, or by nobody', () => {
    expect(canAsk(ana, ana, ben, [ana, ben]).allowed).toBe(true);
    expect(canAsk(ana, ana, null, []).allowed).toBe(true);
    expect(canAsk(ana, ana, cara, [ana, ben])).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('Share the negotiation'),
    });
    expect(canAsk(ana, ana, ana, [ana, ben]).allowed).toBe(false);
    expect(canAsk(ana, ben, ben, [ana, ben]).allowed).toBe(false);
    expect([canKeep(limits.rehearsals - 1).allowed, canKeep(limits.rehearsals).allowed]).toEqual([true, false]);
  });

  it('lets each do their part, in its time, and nobody else anything', () => {
    expect(states(canBrief, ben)).toEqual(['asked', 'ready']);
    expect(states(canDecline, ben)).toEqual(['asked', 'ready']);
    expect(states(canBrief, ana)).toEqual([]);
    expect(states(canDecline, ana)).toEqual([]);
    for (const who of [ana, ben]) {
      expect(states(canBegin, who)).toEqual(['ready']);
      expect(states(canPlay, who)).toEqual(['live']);
      expect(states(canAnswer, who)).toEqual(['reflecting']);
    }
    expect(states(canRemove, ana)).toEqual([...rehearsalStates]);
    expect(states(canRemove, ben)).toEqual([]);
    for (const may of [canBrief, canDecline, canBegin, canPlay, canAnswer, canRemove]) expect(states(may, cara)).toEqual([]);
    expect([roleOf(at('live'), ana), roleOf(at('live'), ben), roleOf(at('live'), cara)]).toEqual(['candidate', 'employer', null]);
    expect(roleOf(at('live', alone), ben)).toBeNull();
    expect(rehearsalStates.filter((state) => goesOn({ state }))).toEqual(['asked', 'ready', 'live', 'reflecting']);
  });

  it('says why something cannot be done yet, or any more', () => {
    expect(canBegin(at('asked'), ana)).toEqual({ allowed: false, reason: 'The brief is not written yet.' });
    expect(canBegin(at('live'), ana)).toEqual({ allowed: false, reason: 'It has begun.' });
    expect(canPlay(at('ready'), ana)).toEqual({ allowed: false, reason: 'It has not begun yet.' });
    expect(canPlay(at('opened'), ana)).toEqual({ allowed: false, reason: 'The rehearsal has ended.' });
    expect(canAnswer(at('opened'), ana)).toEqual({ allowed: false, reason: 'Everything lies open already.' });
  });

  it('keeps lines up to a limit, and cards for who is alone', () => {
    expect(canLog(at('live'), ben, limits.lines - 1).allowed).toBe(true);
    expect(canLog(at('live'), ben, limits.lines).allowed).toBe(false);
    expect(canDraw(at('live'), ana, 0).allowed).toBe(false);
    expect(canDraw(at('live', alone), ana, 0).allowed).toBe(true);
    expect([hasStep(7, -1), hasStep(7, 0), hasStep(7, 6), hasStep(7, 7)]).toEqual([false, true, true, false]);
  });
});

describe('the end of a rehearsal', () => {
  it('hides what somebody wrote from the other until it lies open', () => {
    for (const state of rehearsalStates) {
      expect(showsNote({ state }, ben, { authorId: ben, opened: false })).toBe(true);
      expect(showsNote({ state }, ana, { authorId: ben, opened: true })).toBe(state === 'opened');
      // of somebody who was gone when it was opened nothing is shown
      expect(showsNote({ state }, ana, { authorId: ben, opened: false })).toBe(false);
    }
  });
  it('comes when both have answered, or who is still there', () => {
    expect(allAnswered(at('reflecting'), [ana])).toBe(false);
    expect(allAnswered(at('reflecting'), [ana, ben])).toBe(true);
    expect(allAnswered(at('reflecting', { peerHere: false }), [ana])).toBe(true);
    expect(allAnswered(at('reflecting', alone), [ana])).toBe(true);
    expect(allAnswered(at('reflecting', alone), [])).toBe(false);
  });
  it('is not waited for by who has answered, and not read by who has not', () => {
    expect(canOpen(at('reflecting'), ana, [ben]).allowed).toBe(false);
    expect(canOpen(at('reflecting'), ana, [ana]).allowed).toBe(true);
    expect(canOpen(at('live'), ana, [ana]).allowed).toBe(false);
    expect(canOpen(at('reflecting'), cara, [cara]).allowed).toBe(false);
  });
  it('measures a silence in whole seconds', () => {
    const began = new Date('2026-11-27T10:00:00.000Z');
    expect(measureSilence(began, new Date('2026-11-27T10:00:07.600Z'))).toBe(8);
    expect(measureSilence(began, new Date('2026-11-27T09:59:59.000Z'))).toBe(0);
  });
});

describe('what is said in a rehearsal', () => {
  const line = (lineId: string, party: 'candidate' | 'employer', base: number | null) => {
    const sat = `2026-11-27T10:0${lineId}:00.000Z`;
    return { lineId, at: sat, party, words: 'So', package: { ...emptyPackage, base }, firmness: 'unclear' as const };
  };
  it('is remarked on as the ledger does', () => {
    const moves = movesFrom([line('1', 'candidate', 100), line('2', 'employer', 90), line('3', 'candidate', 92)]);
    expect(moves.map(({ kind }) => kind)).toEqual(['propose', 'propose', 'propose']);
    expect(readLedger(moves, 1).steps[2]?.remarks[0]?.kind).toBe('you-moved-they-did-not');
    expect(movesFrom([line('4', 'employer', null)])[0]?.kind).toBe('talk');
  });
  it('needs words or a figure', () => {
    const said = { party: 'candidate', words: ' ', package: emptyPackage, firmness: 'unclear' };
    expect(SaidFields.safeParse(said).success).toBe(false);
    expect(SaidFields.safeParse({ ...said, words: 'Yes' }).success).toBe(true);
    expect(SaidFields.safeParse({ ...said, package: { ...emptyPackage, signOn: 5 } }).success).toBe(true);
    expect(SaidFields.safeParse({ ...said, words: 'Yes', walkAway: 1 }).success).toBe(false);
  });
  it('has a brief with each fixed part once, and three answers', () => {
    const brief = { ceiling: null, fixed: ['base'], gives: '', mood: 'warm' };
    expect(BriefFields.safeParse(brief).success).toBe(true);
    expect(BriefFields.safeParse({ ...brief, fixed: ['base', 'base'] }).success).toBe(false);
    expect(BriefFields.safeParse({ ...brief, ceiling: -1 }).success).toBe(false);
    expect(AnswerFields.safeParse({ heard: 'A', believed: 'B', change: 'C' }).success).toBe(true);
    expect(AnswerFields.safeParse({ heard: 'A', believed: ' ', change: 'C' }).success).toBe(false);
  });
});

describe('the steps and the cards', () => {
  it('are seven steps of a call, a quarter of an hour long', () => {
    expect(callSteps.map(({ id }) => id)).toEqual(['want', 'need', 'ask', 'silence', 'listen', 'trade', 'close']);
    expect(callMinutes).toBe(16);
  });
  it('deal the same for one rehearsal and not the same for all', () => {
    const ids = Array.from({ length: 60 }, (_, index) => `019ac000-0000-7000-8000-${String(index).padStart(12, '0')}`);
    const deals = ids.map(dealCards);
    expect(dealCards(ids[0] ?? '')).toEqual(deals[0]);
    expect(new Set(deals.map(({ employer }) => employer.mood)).size).toBe(4);
    expect(new Set(deals.map(({ cards }) => cards.map(({ id }) => id).join())).size).toBeGreaterThan(40);
    for (const { employer, cards } of deals) {
      expect(cards.length).toBeGreaterThanOrEqual(8);
      expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
      expect(cards.every(({ moods }) => moods.includes(employer.mood))).toBe(true);
    }
    expect(new Set(playCards.map(({ id }) => id)).size).toBe(playCards.length);
  });
});
