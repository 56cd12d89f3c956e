import { describe, expect, it } from 'vitest';
import type { Decision } from '../kernel/decision.ts';
import { emptyPackage } from '../negotiation/package.ts';
import {
  canBeAsked,
  canCancel,
  canClose,
  canCreateRound,
  canExtend,
  canOpen,
  canRemind,
  canRemove,
  canReveal,
  canSave,
  canSeal,
  mostRounds,
  type Preparation,
} from './policy.ts';
import type { RoundDocument, RoundState } from './round.ts';
import {
  alreadyRevealed,
  countMissingCounters,
  invited,
  isDue,
  isPastDeadline,
  nextTurn,
  progressOf,
  proposeQuorum,
  quorumRemark,
  type RoundStanding,
  refusePast,
  revealRule,
  revealWarning,
  roundsSentence,
  unnamedRemark,
} from './seats.ts';

const now = new Date('2026-11-22T09:00:00Z');
const states: RoundState[] = ['draft', 'open', 'revealed', 'closed', 'cancelled'];
const reason = (decision: Decision) => (decision.allowed ? null : decision.reason);
const past = '2026-11-22T09:00:00.000Z';
const ahead = '2026-11-22T09:00:00.001Z';

function round(part: Partial<RoundStanding> = {}): RoundStanding {
  return {
    state: 'open',
    ownerId: 'ana',
    readerIds: ['dan', 'ben', 'cara'],
    sealedIds: [],
    quorum: 2,
    deadlineAt: null,
    tally: { asked: 3, answered: 0, given: 0 },
    elsewhere: false,
    ...part,
  };
}
/** What the decision says in each state, in the order of `states`. */
const across = (decide: (standing: RoundStanding) => Decision) => states.map((state) => reason(decide(round({ state }))));
const notOwner = 'Only the owner of the round can do this.';

describe('seats', () => {
  it('are of those asked, by id; the owner has none', () => {
    expect(invited(round({ readerIds: ['cara', 'ana', 'ben', 'dan', 'ben'] }))).toEqual(['ben', 'cara', 'dan']);
    expect([0, 2, 3].map((answered) => countMissingCounters({ asked: 3, answered, given: answered }))).toEqual([3, 1, 0]);
  });

  it('change together, at noon and midnight of UTC', () => {
    const next = (at: string) => nextTurn(new Date(at)).toISOString();
    expect(next('2026-11-22T00:00:00Z')).toBe('2026-11-22T12:00:00.000Z');
    expect(next('2026-11-22T11:59:59.999Z')).toBe('2026-11-22T12:00:00.000Z');
    expect(next('2026-11-22T12:00:00Z')).toBe('2026-11-23T00:00:00.000Z');
  });
});

describe('a round reveals itself', () => {
  const far = (answered: number, given = answered, asked = 3) => ({ tally: { asked, answered, given } });

  it('when everybody asked has answered, whatever the deadline', () => {
    expect(isDue(round(far(3)), now)).toBe(true);
    expect(isDue(round({ ...far(3), deadlineAt: ahead }), now)).toBe(true);
    expect(isDue(round(far(2)), now)).toBe(false);
    for (const state of states) expect(isDue(round({ state, ...far(3) }), now)).toBe(state === 'open');
  });

  it('never below its quorum, of which an abstention is no part', () => {
    expect(isDue(round({ ...far(3), quorum: 4 }), now)).toBe(false);
    expect(isDue(round({ ...far(3, 1), quorum: 2 }), now)).toBe(false);
    expect(isDue(round({ ...far(3, 2), quorum: 2 }), now)).toBe(true);
    expect(isDue(round({ ...far(0, 0, 0), quorum: 2, deadlineAt: past }), now)).toBe(false);
  });

  it('to all together: not where nobody else can read it', () => {
    for (const readerIds of [[], ['ana']]) {
      expect(isDue(round({ ...far(3), readerIds, deadlineAt: past }), now)).toBe(false);
      expect(reason(canReveal('ana', round({ readerIds })))).toBe(
        'Nobody else can read this round now. Share it again, or cancel it.',
      );
    }
  });

  it('at the deadline when enough have sealed', () => {
    expect(isDue(round({ ...far(2), deadlineAt: past }), now)).toBe(true);
    expect(isDue(round({ ...far(2), deadlineAt: ahead }), now)).toBe(false);
    expect(isDue(round({ ...far(2), deadlineAt: null }), now)).toBe(false);
    expect(isDue(round({ ...far(2), deadlineAt: past, quorum: 3 }), now)).toBe(false);
  });

  it('by a deadline that has come when its moment has', () => {
    expect([past, ahead, null].map((deadlineAt) => isPastDeadline({ deadlineAt }, now))).toEqual([true, false, false]);
    expect(() => refusePast(past, now)).toThrow('This moment has passed. Choose a later one.');
    try {
      refusePast(past, now);
    } catch (error) {
      expect(error).toMatchObject({ code: 'invalid', path: 'deadlineAt' });
    }
    for (const deadlineAt of [ahead, null]) expect(() => refusePast(deadlineAt, now)).not.toThrow();
  });

  it('or by the owner, warned of how many are missing', () => {
    const after = 'Revealing shows all packages and reasons to everybody who can read this round and cannot be undone.';
    const warned = (answered: number, given = answered) =>
      revealWarning(progressOf({ tally: { asked: 3, answered, given }, quorum: 2 }), 2);
    const few = 'Fewer than 2 gave a package, so it is below the quorum.';
    const late = 'more may have since. What is sealed after the reveal is listed separately as late.';
    expect(warned(3)).toBe(`Everybody has answered. ${after}`);
    expect(warned(2)).toBe(`1 person had not sealed at the last set time; ${late} ${after}`);
    expect(warned(1)).toBe(`2 people had not sealed at the last set time; ${late} ${few} ${after}`);
    expect(warned(3, 1)).toBe(`Everybody has answered. ${few} ${after}`);
    const own = 'when everybody asked has sealed and at least 3 gave a package, or when';
    expect(revealRule({ deadlineAt: null, quorum: 3 }, 'Ana')).toBe(`Revealed ${own} Ana reveals it.`);
    expect(revealRule({ deadlineAt: past, quorum: 3 }, 'you')).toBe(
      `Revealed at the deadline if at least 3 have sealed, before it ${own} you reveal it.`,
    );
    expect([0, 1, 2, 3, 7].map((peers) => proposeQuorum(peers, null))).toEqual([2, 2, 2, 3, 3]);
    expect([proposeQuorum(2, 5), proposeQuorum(7, 5), proposeQuorum(7, 2)]).toEqual([2, 5, 2]);
    expect([quorumRemark(0, 3), quorumRemark(3, 3)]).toEqual([null, null]);
    expect(quorumRemark(2, 3)).toBe('2 people have been asked, and the quorum is 3: only you can reveal this round.');
    expect(quorumRemark(1, 2)).toBe('1 person has been asked, and the quorum is 2: only you can reveal this round.');
  });

  it('or goes with its negotiation, which names it before', () => {
    expect(roundsSentence([])).toBe('');
    expect(roundsSentence([{ number: 1, state: 'closed' }])).toBe('Round 1 goes with it. ');
    const two = [1, 1].map((number) => ({ number, state: 'open' as const }));
    expect(roundsSentence(two)).toBe('2 rounds go with it. Round 1 is open: what was sealed in it is never shown. ');
    expect(
      roundsSentence([
        { number: 2, state: 'open' },
        { number: 1, state: 'revealed' },
      ]),
    ).toBe('Rounds 1, 2 go with it. Round 2 is open: what was sealed in it is never shown. ');
  });

  it('without names, of which it promises little', () => {
    expect(unnamedRemark(0)).toBe(
      'Names are left out, but in a small group a number or a turn of phrase often tells whose it is.',
    );
    expect(unnamedRemark(2)).toBe('Names are left out, but with 2 asked everybody can tell whose package is whose.');
    expect(unnamedRemark(3)).toBe(
      'Names are left out, but among 3 people who know each other a number or a turn of phrase often tells whose it is.',
    );
  });
});

const silent = { inPlay: false, now: null };
const document: RoundDocument = {
  question: 'Well?',
  currency: 'EUR',
  base: { inPlay: true, now: null },
  bonusPercent: silent,
  signOn: silent,
  equity: silent,
  others: [],
};
const bonus = { inPlay: true, now: null };

describe('opening', () => {
  const target = { package: { ...emptyPackage, base: 5 }, abstains: [] };
  const opens = (part: Partial<Preparation> = {}, standing: Partial<RoundStanding> = {}, viewer = 'ana') =>
    reason(canOpen(viewer, round({ state: 'draft', ...standing }), { document, target: null, othersOpen: 0, now, ...part }));

  it('is the owner’s, once, with somebody to ask and a deadline ahead', () => {
    expect(opens()).toBeNull();
    expect(opens({ target })).toBeNull();
    expect(opens({}, { deadlineAt: ahead })).toBeNull();
    expect(opens({}, {}, 'ben')).toBe(notOwner);
    expect(opens({}, { state: 'open' }, 'ben')).toBe(notOwner);
    for (const state of states.slice(1)) expect(opens({}, { state })).toBe('The round has already been opened.');
    expect(opens({}, { readerIds: [] })).toBe('Share the round first: nobody has been asked yet.');
    expect(opens({}, { deadlineAt: past })).toBe('The deadline has passed. Choose a later one.');
    expect(opens({ target: { ...target, package: { ...target.package, signOn: 1 } } })).toBe(
      'Your sealed target no longer answers what is asked. Seal it again.',
    );
    expect(opens({ othersOpen: 1 })).toBe('Another round of this negotiation is open. Reveal or cancel it first.');
    expect(opens({ document: { ...document, question: ' \n' } })).toBe('Write the question first.');
  });

  it('needs something that can be answered and counted', () => {
    expect(reason(canBeAsked(document))).toBeNull();
    expect(reason(canBeAsked({ ...document, base: silent }))).toBe('Put at least one component in play.');
    expect(reason(canBeAsked({ ...document, bonusPercent: bonus }))).toBeNull();
    expect(reason(canBeAsked({ ...document, bonusPercent: bonus, base: { inPlay: false, now: 0 } }))).toBeNull();
    expect(reason(canBeAsked({ ...document, base: silent, bonusPercent: bonus }))).toBe(
      'A bonus depends on a base: put the base in play, or say what is on the table.',
    );
    expect(reason(canBeAsked({ ...document, base: silent, equity: bonus }))).toBeNull();
  });

  it('has room for a number of rounds', () => {
    expect([0, mostRounds - 1].map((count) => canCreateRound(count).allowed)).toEqual([true, true]);
    expect(reason(canCreateRound(mostRounds))).toBe('A negotiation holds at most 20 rounds.');
  });
});

describe('who may do what, in each state', () => {
  it('seals a counter while open, a late one once after the reveal', () => {
    expect(across((standing) => canSeal('ben', standing))).toEqual([
      'The round is not open yet.',
      null,
      null,
      'The round is closed.',
      'The round was cancelled.',
    ]);
    expect(canSeal('ben', round({ sealedIds: ['ben'] })).allowed).toBe(true);
    expect(reason(canSeal('ben', round({ state: 'revealed', sealedIds: ['ben'] })))).toBe(
      'The round was revealed. What you sealed stays as it is.',
    );
    expect(reason(canSeal('ben', round({ state: 'revealed', elsewhere: true })))).toBe(
      'You are asked in a round that is open. Answer there; here you can once it is revealed.',
    );
    expect(across((standing) => canSeal('eve', standing))).toEqual(
      states.map(() => 'Only people who can read this round can seal a counter.'),
    );
  });

  it('seals a target before the reveal', () => {
    const after = 'The round was revealed. A target has to be sealed before that.';
    expect(across((standing) => canSeal('ana', standing))).toEqual([null, null, after, after, 'The round was cancelled.']);
  });

  it('is the owner who changes, extends, reveals, cancels, closes and removes, each in its time', () => {
    const [saved, shut] = ['The round has been opened. What is asked can no longer change.', 'The round is not open yet.'];
    const late = [shut, null, alreadyRevealed, alreadyRevealed, 'The round was cancelled.'];
    const cancelled = 'A round can be cancelled only before it is revealed.';
    const closed = 'Only a revealed round can be closed.';
    const kept = 'A round that has been opened is kept. You can cancel it while it is open.';
    expect(across((standing) => canSave('ana', standing))).toEqual([null, saved, saved, saved, saved]);
    expect(across((standing) => canExtend('ana', standing))).toEqual(late);
    expect(across((standing) => canReveal('ana', standing))).toEqual(late);
    expect(across((standing) => canRemind('ana', standing, null))).toEqual(late);
    expect(reason(canRemind('ana', round(), past))).toBe('You have reminded them once. A round has one reminder.');
    expect(reason(canRemind('ben', round(), null))).toBe(notOwner);
    expect(across((standing) => canCancel('ana', standing))).toEqual([null, null, cancelled, cancelled, cancelled]);
    expect(across((standing) => canClose('ana', standing))).toEqual([closed, closed, null, closed, closed]);
    expect(across((standing) => canRemove('ana', standing))).toEqual([null, kept, kept, kept, null]);
    for (const decide of [canSave, canExtend, canReveal, canCancel, canClose, canRemove])
      expect(across((standing) => decide('ben', standing))).toEqual(states.map(() => notOwner));
  });
});
