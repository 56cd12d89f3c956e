import { type CouncilFacts, listActiveSeats } from '@parley/domain/council/council';
import type {
  AcceptCharter,
  CouncilRef,
  HandOverCouncil,
  RemoveMember,
  SaveCharter,
  SaveCouncil,
} from '@parley/domain/council/input';
import { canAcceptCharter, canClose, canEdit, canHandOver, canLand, canLeave, canRemove } from '@parley/domain/council/policy';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { NotificationKind } from '@parley/domain/notification/notification';
import type { z } from 'zod';
import { settleCharter } from '../notification/rows.ts';
import { tell } from '../tell.ts';
import { act, type Facts } from '../write.ts';
import {
  addCharter,
  closeCouncil,
  endInvitations,
  endOwnSeat,
  endOwnShares,
  endSeat,
  giveChair,
  holdSeats,
  leaveChair,
  markAccepted,
  moveCharter,
  replaceAbout,
  seatsOf,
} from './change-rows.ts';
import {
  charterContent,
  charterOf,
  councilContent,
  councilOf,
  farewellContent,
  openAbout,
  openCharter,
  openCouncil,
  promisedIn,
} from './rows.ts';

type About = z.output<typeof CouncilRef>;

const done = { done: true };

/** What every act in a council asks: the council, held with its seats, and the charter in force. */
const askSeats = ({ councilId }: About) => ({
  held: holdSeats(councilId),
  council: councilOf(councilId),
  charter: charterOf(councilId),
  seats: seatsOf(councilId),
  promised: promisedIn(councilId),
});

type Seated = Pick<Facts<ReturnType<typeof askSeats>>, 'rows' | 'open'>;

/** What the rules look at, and what a conflict answers. Throws not-found when row-level security gave no council. */
function openSeated({ rows, open }: Seated) {
  const [row] = rows.council;
  const [inForce] = rows.charter;
  if (!row || !inForce) throw notFound();
  const { charterVersion, closedAt, ownerId: councilId } = row;
  const facts: CouncilFacts = {
    closed: closedAt !== null,
    charterVersion,
    seats: rows.seats,
    promised: rows.promised[0]?.count ?? 0,
  };
  return {
    facts,
    name: () => openAbout(open, row).name,
    council: () => openCouncil(open, row),
    charter: () => openCharter(open, councilId, inForce),
  };
}

/** Everybody else who sits there, to be told this. */
export const othersTold = (facts: Parameters<typeof listActiveSeats>[0], me: string, kind: NotificationKind) =>
  listActiveSeats(facts).flatMap(({ accountId: id }) => (id === me ? [] : [{ id, kind }]));

/** Keeps what the council says about itself. A conflict brings the newer words. */
export const savingCouncil = act({
  facts: (input: z.output<typeof SaveCouncil>) => askSeats(input),
  decide(given, { councilId, rev, ...about }) {
    const { facts, council } = openSeated(given);
    allow(canEdit(facts, given.viewer.id));
    const newer = council();
    if (newer.rev !== rev) throw conflict(newer);
    const next = { ...about, changes: newer.changes };
    const sealed = given.seal(councilContent, { id: councilId, owner: councilId, rev: rev + 1 }, next);
    return { changes: [replaceAbout(councilId, rev, sealed)], answer: { rev: rev + 1 } };
  },
});

/** Writes the next version of the charter, and counts its author as the first who accepted it. */
export const savingCharter = act({
  facts: (input: z.output<typeof SaveCharter>) => askSeats(input),
  decide(given, { councilId, version, text }) {
    const { facts, charter } = openSeated(given);
    allow(canEdit(facts, given.viewer.id));
    if (facts.charterVersion !== version) throw conflict(charter());
    const next = version + 1;
    const sealed = given.seal(charterContent, { id: councilId, owner: councilId, rev: next }, { text });
    return {
      changes: [
        moveCharter(councilId, version),
        addCharter(councilId, next, sealed, given.now),
        markAccepted(councilId, next),
        ...tell(othersTold(facts, given.viewer.id, 'charterChanged'), { councilId }, given.now),
      ],
      answer: { version: next },
    };
  },
});

/** Notes that the viewer accepted the charter that they read. A conflict brings the one in force. */
export const acceptingCharter = act({
  facts: (input: z.output<typeof AcceptCharter>) => askSeats(input),
  decide(given, { councilId, version }) {
    const { facts, charter } = openSeated(given);
    const sentence = 'The charter has changed while you were reading. Read it again.';
    if (facts.charterVersion !== version) throw conflict(charter(), sentence);
    allow(canAcceptCharter(facts, given.viewer.id));
    return { changes: [markAccepted(councilId, version), settleCharter(councilId)], answer: done };
  },
});

/** The viewer's own seat ends, and with it every share to and from them here; theirs are ended by name too. */
const standUp = (councilId: string, state: 'left' | 'alumnus', now: Date) => [
  endOwnShares(councilId, now),
  endOwnSeat(councilId, state, now),
];

/** A member goes, and those who stay are told. */
const going = (state: 'left' | 'alumnus', rule: typeof canLeave) =>
  act({
    facts: (input: About) => askSeats(input),
    decide(given: Facts<ReturnType<typeof askSeats>>, { councilId }) {
      const { facts } = openSeated(given);
      const me = given.viewer.id;
      allow(rule(facts, me));
      const told = othersTold(facts, me, state === 'left' ? 'left' : 'landed');
      return { changes: [...tell(told, { councilId }, given.now), ...standUp(councilId, state, given.now)], answer: done };
    },
  });

export const leavingCouncil = going('left', canLeave);
export const landing = going('alumnus', canLand);

/** The moderator removes another member, with a reason that this member alone reads. */
export const removingMember = act({
  facts: (input: z.output<typeof RemoveMember>) => askSeats(input),
  decide(given, { councilId, accountId, reason }) {
    const { facts, name } = openSeated(given);
    allow(canRemove(facts, given.viewer.id, accountId));
    const farewell = { kind: 'removed' as const, councilName: name(), reason };
    const sealed = given.seal(farewellContent, { id: accountId, owner: councilId, rev: 1 }, farewell);
    const told = tell([{ id: accountId, kind: 'seatEnded' }], {}, given.now);
    return { changes: [...told, endSeat(councilId, accountId, 'removed', given.now, sealed)], answer: done };
  },
});

/** The chair passes on. */
export const handingOver = act({
  facts: (input: z.output<typeof HandOverCouncil>) => askSeats(input),
  decide(given, { councilId, accountId }) {
    allow(canHandOver(openSeated(given).facts, given.viewer.id, accountId));
    const told = tell([{ id: accountId, kind: 'chairGiven' }], { councilId }, given.now);
    return { changes: [giveChair(councilId, accountId), leaveChair(councilId), ...told], answer: done };
  },
});

/** A council closes: its invitations end, and whoever sits there stands up, the moderator last. */
export const closingCouncil = act({
  facts: (input: About) => askSeats(input),
  decide(given, { councilId }) {
    const { now, viewer } = given;
    const { facts, name } = openSeated(given);
    allow(canClose(facts, viewer.id));
    const farewell = { kind: 'closed' as const, councilName: name(), reason: '' };
    const others = listActiveSeats(facts).filter(({ accountId }) => accountId !== viewer.id);
    const ended = others.map(({ accountId: id }) =>
      endSeat(councilId, id, 'left', now, given.seal(farewellContent, { id, owner: councilId, rev: 1 }, farewell)),
    );
    const told = tell(othersTold(facts, viewer.id, 'seatEnded'), {}, now);
    const changes = [
      ...told,
      endInvitations(councilId, now),
      closeCouncil(councilId, now),
      ...ended,
      ...standUp(councilId, 'left', now),
    ];
    return { changes, answer: done };
  },
});
