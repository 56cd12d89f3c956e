import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { CouncilFacts, Seat } from '../council/council.ts';
import { readAddresses } from './addresses.ts';
import { AcceptInvitation, CreateInvitation, InviteForm, LookAtInvitation } from './input.ts';
import { type InvitationFacts, invitationExpiry, invitationState } from './invitation.ts';
import { canAccept, canAnswer, canMerge, canResend, canRevoke, explainOffer, type MergerFacts } from './policy.ts';

const now = new Date('2026-11-22T09:00:00.000Z');
const fresh: InvitationFacts = { expiresAt: invitationExpiry(now), usedAt: null, usedById: null, revokedAt: null };
const used = { ...fresh, usedAt: now, usedById: 'ben' };
const revoked = { ...fresh, revokedAt: now };
const declined = { ...fresh, revokedAt: now, usedById: 'ben' };
const expired = { ...fresh, expiresAt: now };
const moderator: Seat = { accountId: 'ana', role: 'moderator', state: 'active', acceptedCharter: 1 };
const table: CouncilFacts = { closed: false, charterVersion: 1, promised: 1, seats: [moderator] };
const reason = (decision: { allowed: boolean; reason?: string }) => (decision.allowed ? 'yes' : decision.reason);

describe('addresses as somebody pastes them', () => {
  it('stand on lines, between commas, with names before them, each once', () => {
    const text = 'Ana M. <Ana@Example.org>, ben@example.org;\n\n cy@example.org dan@example.org\nANA@example.org';
    const emails = ['ana@example.org', 'ben@example.org', 'cy@example.org', 'dan@example.org'];
    expect(readAddresses(text)).toEqual({ emails, wrong: [] });
    expect(readAddresses('ana@example.org, Ben Okafor').wrong).toEqual(['Ben', 'Okafor']);
    expect(InviteForm.safeParse({ addresses: ' ' }).error?.issues[0]?.message).toContain('Write an e-mail address');
    const many = Array.from({ length: 12 }, (_, at) => `a${at}@example.org`).join('\n');
    expect(InviteForm.safeParse({ addresses: many }).error?.issues[0]?.message).toContain('at most 11 people');
  });
});

describe('an invitation', () => {
  it('works for seven days', () => {
    const end = new Date('2026-11-29T09:00:00.000Z');
    expect(invitationState(fresh, new Date(end.getTime() - 1))).toBe('open');
    expect(invitationState(fresh, end)).toBe('expired');
  });

  it('knows how it ended', () => {
    expect([used, revoked, declined, expired].map((one) => invitationState(one, now))).toEqual([
      'used',
      'revoked',
      'declined',
      'expired',
    ]);
  });

  it('is answered once, in time, by the address it was made for, and says why not', () => {
    expect(canAnswer(fresh, true, now).allowed).toBe(true);
    expect(reason(canAnswer(fresh, false, now))).toContain('another address');
    expect(reason(canAnswer(used, true, now))).toContain('has been used');
    expect(reason(canAnswer(expired, true, now))).toContain('expired');
    expect(reason(canAnswer(revoked, true, now))).toContain('withdrawn');
    expect(reason(canAnswer(declined, true, now))).toContain('declined');
  });

  it('is accepted only into an open council with a seat, by somebody not there yet', () => {
    expect(canAccept(fresh, true, table, 'ben', now).allowed).toBe(true);
    expect(reason(canAccept(fresh, true, { ...table, closed: true }, 'ben', now))).toContain('closed');
    expect(reason(canAccept(fresh, true, table, 'ana', now))).toContain('already');
    const seats = Array.from({ length: 12 }, (_, at): Seat => ({ ...moderator, accountId: `p${at}` }));
    expect(reason(canAccept(fresh, true, { ...table, seats }, 'ben', now))).toContain('12 seats');
    const left: Seat = { ...moderator, accountId: 'ben', role: 'member', state: 'left' };
    expect(canAccept(fresh, true, { ...table, seats: [moderator, left] }, 'ben', now).allowed).toBe(true);
  });

  it('is sent again or withdrawn only while nobody has answered it', () => {
    for (const decide of [canResend, canRevoke]) {
      expect(decide(fresh, now).allowed).toBe(true);
      expect(decide(expired, now).allowed).toBe(true);
      for (const ended of [used, revoked, declined]) expect(decide(ended, now).allowed).toBe(false);
    }
  });

  it('takes a whole token and a whole address', () => {
    const token = 'A'.repeat(43);
    expect(LookAtInvitation.safeParse({ token }).success).toBe(true);
    for (const bad of ['', 'A'.repeat(42), `${'A'.repeat(42)}!`, 'A'.repeat(4_000), null, 1]) {
      expect(LookAtInvitation.safeParse({ token: bad }).success).toBe(false);
    }
    expect(AcceptInvitation.safeParse({ token, charterVersion: 0 }).success).toBe(false);
    const councilId = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(CreateInvitation.parse({ councilId, email: 'BEN@Example.org' }).email).toBe('ben@example.org');
    expect(CreateInvitation.safeParse({ councilId, email: 'ben@example.org\nBcc: x@example.org' }).success).toBe(false);
  });
});

describe('an offer to merge', () => {
  const own: CouncilFacts = { closed: false, charterVersion: 1, promised: 0, seats: [{ ...moderator, accountId: 'ben' }] };
  const councils = { same: false, into: table, own };
  const merger: MergerFacts = { invitation: fresh, forViewer: true, ...councils, offeredBy: 'ana', viewerId: 'ben', invited: 3 };
  const decided = (change: Partial<MergerFacts>) => reason(canMerge({ ...merger, ...change }, now));
  const asMember = (council: CouncilFacts) => ({
    ...council,
    seats: council.seats.map((one): Seat => ({ ...one, role: 'member' })),
  });

  it('is answered by who chairs, of who chairs, between two open councils', () => {
    expect(decided({})).toBe('yes');
    expect(decided({ forViewer: false })).toContain('another address');
    expect(decided({ into: { ...table, closed: true } })).toContain('closed in the meantime');
    expect(decided({ into: asMember(table) })).toContain('no longer chairs');
    expect(decided({ same: true })).toContain('with itself');
    expect(decided({ own: { ...own, closed: true } })).toBe('Your council is closed.');
    expect(decided({ own: asMember(own) })).toContain('Only the moderator');
    expect(decided({ invited: 0 })).toContain('sit in the other one already');
  });

  it('says how it ended', () => {
    expect(decided({ invitation: used })).toBe(explainOffer('used'));
    for (const [invitation, word] of [
      [revoked, 'withdrawn'],
      [declined, 'declined'],
      [expired, 'expired'],
    ] as const)
      expect(decided({ invitation })).toContain(word);
  });

  const few = { min: 1, max: 12 };
  test.prop([fc.integer(few), fc.integer(few), fc.integer(few)])(
    'never promises more than twelve seats, and no seat less',
    (seated, promised, invited) => {
      const seats = Array.from({ length: seated }, (_, at): Seat => ({ ...moderator, accountId: at === 0 ? 'ana' : `p${at}` }));
      // the offer's own promise is spent by the answer
      const total = seated + promised - 1 + invited;
      expect(canMerge({ ...merger, into: { ...table, seats, promised }, invited }, now).allowed).toBe(total <= 12);
    },
  );
});
