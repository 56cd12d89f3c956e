import { listActiveSeats, seatOf } from '@parley/domain/council/council';
import {
  AcceptInvitation,
  CreateInvitation,
  InvitationRef,
  InvitationsOf,
  InviteSeveral,
  LookAtInvitation,
  Merge,
} from '@parley/domain/invitation/input';
import { explainState, invitationState } from '@parley/domain/invitation/invitation';
import { canAccept, canAnswer, explainOffer } from '@parley/domain/invitation/policy';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, DomainError } from '@parley/domain/kernel/error';
import type { IdentityScope } from '../context.ts';
import { findCharter, findCouncil, findCouncilFacts, holdSeats } from '../council/store.ts';
import { findNames } from '../identity/store.ts';
import { read } from '../read.ts';
import { account, open, router } from '../trpc.ts';
import { write } from '../write.ts';
import { creatingInvitation, resendingInvitation, revokingInvitation } from './act.ts';
import { findMergeable, merge } from './merge-act.ts';
import { invitingSeveral } from './several-act.ts';
import {
  declineInvitation,
  findByToken,
  type Invitation,
  isFor,
  openInvitation,
  spendInvitation,
  takeSeat,
  tellJoined,
} from './store.ts';
import { invitationsQuestion } from './view.ts';

const done = { done: true };
const answered = () => new DomainError('conflict', 'This invitation was answered in the meantime.');

const noSeat = () => new DomainError('forbidden', 'This link offers a merger. Answer it for a council that you chair.');

/** What an open invitation shows before anybody joins. */
async function show(scope: IdentityScope, invitation: Invitation, viewerId: string | null) {
  const council = await findCouncil(scope, invitation.councilId);
  const charter = await findCharter(scope, invitation.councilId, council.charterVersion);
  const names = await findNames(scope, [invitation.invitedById]);
  const { email, name = null, merges } = await openInvitation(scope, invitation);
  const viewer = viewerId === null ? ('nobody' as const) : await fit(scope, invitation, viewerId);
  return {
    state: 'open' as const,
    // a merger's links pass through the hands of moderators, who are not told the address
    email: name === null || viewer === 'invited' ? email : null,
    name,
    /** For an offer to merge: the councils that the viewer may answer for. */
    mergeable: merges ? await mergeableFor(scope, invitation, viewer === 'invited' ? viewerId : null) : null,
    invitedBy: names.get(invitation.invitedById) ?? '',
    council: { name: council.name, purpose: council.purpose, cadence: council.cadence },
    charter: { version: charter.version, text: charter.text },
    expiresAt: invitation.expiresAt.toISOString(),
    viewer,
  };
}

async function mergeableFor(scope: IdentityScope, offer: Invitation, answers: string | null) {
  return answers === null ? [] : findMergeable(scope, offer, answers);
}

async function fit(scope: IdentityScope, invitation: Invitation, viewerId: string): Promise<'invited' | 'somebodyElse'> {
  return (await isFor(scope, invitation, viewerId)) ? 'invited' : 'somebodyElse';
}

async function accept(scope: IdentityScope, token: string, charterVersion: number, viewerId: string) {
  const { councilId } = await findByToken(scope, token);
  await holdSeats(scope, councilId);
  const invitation = await findByToken(scope, token);
  const facts = await findCouncilFacts(scope, councilId);
  // a repeated press after a lost answer is not a second use
  if (invitation.usedById === viewerId && invitation.usedAt !== null && seatOf(facts, viewerId)) return { councilId };
  if ((await openInvitation(scope, invitation)).merges) throw noSeat();
  allow(canAccept(invitation, await isFor(scope, invitation, viewerId), facts, viewerId, scope.now));
  if (facts.charterVersion !== charterVersion) {
    const sentence = 'The charter has changed while you were reading. Read it again.';
    throw conflict(await findCharter(scope, councilId, facts.charterVersion), sentence);
  }
  if (!(await spendInvitation(scope, invitation.id, viewerId))) throw answered();
  await takeSeat(scope, councilId, viewerId, charterVersion);
  await tellJoined(scope, councilId, viewerId, listActiveSeats(facts));
  return { councilId };
}

export const invitationRouter = router({
  create: write(CreateInvitation, creatingInvitation),
  createSeveral: write(InviteSeveral, invitingSeveral),
  list: read(InvitationsOf, invitationsQuestion),
  resend: write(InvitationRef, resendingInvitation),
  revoke: write(InvitationRef, revokingInvitation),

  look: open.input(LookAtInvitation).query(async ({ ctx: { identity, viewer }, input }) => {
    await identity.limits.count('look', identity.source);
    return identity.asIdentity(async (scope) => {
      const invitation = await findByToken(scope, input.token);
      const state = invitationState(invitation, scope.now);
      if (state !== 'open') {
        const { merges } = await openInvitation(scope, invitation);
        return { state, sentence: merges ? explainOffer(state) : explainState(state) };
      }
      return show(scope, invitation, viewer?.id ?? null);
    });
  }),

  accept: account
    .input(AcceptInvitation)
    .mutation(({ ctx: { identity, viewer }, input }) =>
      identity.asIdentity((scope) => accept(scope, input.token, input.charterVersion, viewer.id)),
    ),

  merge: account
    .input(Merge)
    .mutation(({ ctx: { identity, viewer }, input }) => identity.asIdentity((scope) => merge(scope, input, viewer.id))),

  decline: account.input(LookAtInvitation).mutation(({ ctx: { identity, viewer }, input }) =>
    identity.asIdentity(async (scope) => {
      const invitation = await findByToken(scope, input.token);
      // a repeated press after a lost answer: it is declined already
      if (invitation.usedById === viewer.id && invitationState(invitation, scope.now) === 'declined') return done;
      allow(canAnswer(invitation, await isFor(scope, invitation, viewer.id), scope.now));
      await declineInvitation(scope, invitation.id, viewer.id);
      return done;
    }),
  ),
});
