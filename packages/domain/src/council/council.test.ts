import { describe, expect, it } from 'vitest';
import { adviseSeats, type CouncilFacts, countOpenSeats, owesAcceptance, type Seat, seatOf } from './council.ts';
import { canAcceptCharter, canClose, canEdit, canHandOver, canInvite, canLand, canLeave, canRemove } from './policy.ts';

function seat(accountId: string, more: Partial<Seat> = {}): Seat {
  return { accountId, role: 'member', state: 'active', acceptedCharter: 1, ...more };
}

function council(more: Partial<CouncilFacts> = {}): CouncilFacts {
  return {
    closed: false,
    charterVersion: 1,
    promised: 0,
    seats: [seat('ana', { role: 'moderator' }), seat('ben'), seat('cara')],
    ...more,
  };
}

function full(active: number): CouncilFacts {
  return council({
    seats: Array.from({ length: active }, (_, at) => seat(`p${at}`, { role: at === 0 ? 'moderator' : 'member' })),
  });
}

const reason = (decision: { allowed: boolean; reason?: string }) => (decision.allowed ? 'yes' : decision.reason);

describe('seats', () => {
  it('count active members and promised invitations up to twelve', () => {
    expect(countOpenSeats(council({ promised: 2 }))).toBe(7);
    expect(countOpenSeats(full(12))).toBe(0);
    expect(countOpenSeats(council({ seats: [...full(12).seats, seat('gone', { state: 'left' })], promised: 1 }))).toBe(0);
  });

  it('belong to nobody who left, was removed or landed', () => {
    for (const state of ['left', 'removed', 'alumnus'] as const) {
      expect(seatOf(council({ seats: [seat('ben', { state })] }), 'ben')).toBeNull();
    }
  });

  it('are advised on: a warning under three, a hint outside four to eight', () => {
    expect(adviseSeats(full(1))?.tone).toBe('warn');
    expect(adviseSeats(full(2))?.tone).toBe('warn');
    expect(adviseSeats(full(3))?.tone).toBe('hint');
    expect(adviseSeats(full(4))).toBeNull();
    expect(adviseSeats(full(8))).toBeNull();
    expect(adviseSeats(full(9))?.tone).toBe('hint');
  });
});

describe('the moderator', () => {
  it('invites while a seat is free', () => {
    expect(canInvite(council(), 'ana').allowed).toBe(true);
    expect(reason(canInvite(council(), 'ben'))).toContain('Only the moderator');
    expect(reason(canInvite(full(12), 'p0'))).toContain('12 seats');
    expect(reason(canInvite({ ...full(10), promised: 2 }, 'p0'))).toContain('12 seats');
  });

  it('edits, removes others, hands over and closes; nobody else does', () => {
    expect(canEdit(council(), 'ana').allowed).toBe(true);
    expect(canRemove(council(), 'ana', 'ben').allowed).toBe(true);
    expect(canHandOver(council(), 'ana', 'ben').allowed).toBe(true);
    expect(canClose(council(), 'ana').allowed).toBe(true);
    for (const viewer of ['ben', 'stranger']) {
      expect(canEdit(council(), viewer).allowed).toBe(false);
      expect(canRemove(council(), viewer, 'cara').allowed).toBe(false);
      expect(canHandOver(council(), viewer, 'cara').allowed).toBe(false);
      expect(canClose(council(), viewer).allowed).toBe(false);
    }
  });

  it('neither removes nor hands over to themselves or to somebody without a seat', () => {
    expect(canRemove(council(), 'ana', 'ana').allowed).toBe(false);
    expect(canHandOver(council(), 'ana', 'ana').allowed).toBe(false);
    expect(canRemove(council(), 'ana', 'stranger').allowed).toBe(false);
    expect(
      canHandOver(council({ seats: [seat('ana', { role: 'moderator' }), seat('ben', { state: 'left' })] }), 'ana', 'ben').allowed,
    ).toBe(false);
  });

  it('hands over before leaving, and closes a council of one', () => {
    expect(reason(canLeave(council(), 'ana'))).toContain('hand over');
    expect(reason(canLand(council(), 'ana'))).toContain('hand over');
    expect(reason(canLeave(full(1), 'p0'))).toContain('close');
    expect(canLeave(council(), 'ben').allowed).toBe(true);
    expect(canLand(council(), 'ben').allowed).toBe(true);
    expect(canLeave(council(), 'stranger').allowed).toBe(false);
  });

  it('does nothing more in a closed council', () => {
    const closed = council({ closed: true });
    for (const decision of [
      canInvite(closed, 'ana'),
      canEdit(closed, 'ana'),
      canRemove(closed, 'ana', 'ben'),
      canHandOver(closed, 'ana', 'ben'),
      canClose(closed, 'ana'),
      canAcceptCharter(closed, 'ben'),
    ]) {
      expect(reason(decision)).toBe('This council is closed.');
    }
  });
});

describe('the charter', () => {
  it('is accepted again by everybody when it changes, its author included', () => {
    const changed = council({ charterVersion: 2 });
    expect(owesAcceptance(changed, 'ana')).toBe(true);
    expect(owesAcceptance(changed, 'ben')).toBe(true);
    expect(canAcceptCharter(changed, 'ben').allowed).toBe(true);
    expect(reason(canAcceptCharter(council(), 'ben'))).toContain('have already accepted');
    expect(owesAcceptance(changed, 'stranger')).toBe(false);
    expect(canAcceptCharter(changed, 'stranger').allowed).toBe(false);
  });
});
