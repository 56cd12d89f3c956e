import { AddressLinkRef, AskReset, ChangeAddress } from '@parley/domain/address/input';
import { canConfirm, canMail } from '@parley/domain/address/policy';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import { account, open, router } from '../trpc.ts';
import { findLink, putChange, putReset, putVerify, sendsMail, spendLink } from './address-store.ts';
import { showSelf } from './show-store.ts';

const done = { done: true };

/** What a person's address is for: to be known as theirs, to be written to, to be changed. Needs mail. */
export const addressRouter = router({
  /** Whether links come by mail here, for who is not signed in. */
  ways: open.query(({ ctx: { identity } }) => identity.asIdentity(async (scope) => ({ mails: await sendsMail(scope) }))),

  /** Answers the same whether the address is known here or not. */
  askReset: open.input(AskReset).mutation(async ({ ctx: { identity }, input }) => {
    const emailHash = identity.addressHash(input.email);
    await identity.limits.count('askReset', identity.source, emailHash);
    await identity.asIdentity(async (scope) => {
      allow(canMail(await sendsMail(scope)));
      await putReset(scope, identity.linkToken, identity.addressHashes(input.email));
    });
    return done;
  }),

  askVerify: account.mutation(async ({ ctx: { identity, viewer } }) => {
    await identity.limits.count('askVerify', identity.source, viewer.id);
    await identity.asIdentity(async (scope) => {
      allow(canMail(await sendsMail(scope)));
      await putVerify(scope, identity.linkToken, viewer.id);
    });
    return done;
  }),

  /** Two mails go out, and nothing changes until both were answered. */
  change: account.input(ChangeAddress).mutation(async ({ ctx: { identity, viewer }, input: { email, ...shown } }) => {
    await showSelf(identity, viewer.id, shown);
    const emailHash = identity.addressHash(email);
    await identity.asIdentity(async (scope) => {
      allow(canMail(await sendsMail(scope)));
      await putChange(scope, identity.linkToken, { accountId: viewer.id, email, emailHash });
    });
    return done;
  }),

  /** What a link is for and whether it still works. Looking changes nothing. */
  look: open.input(AddressLinkRef).query(async ({ ctx: { identity }, input }) => {
    await identity.limits.count('look', identity.source);
    return identity.asIdentity(async (scope) => {
      const link = await findLink(scope, input.token);
      return { purpose: link?.purpose ?? null, use: canConfirm(link, scope.now) };
    });
  }),

  confirm: open.input(AddressLinkRef).mutation(async ({ ctx: { identity }, input }) => {
    await identity.limits.count('reset', identity.source);
    return identity.asIdentity(async (scope) => {
      const link = await findLink(scope, input.token);
      allow(canConfirm(link, scope.now));
      if (link === null) throw notFound();
      return { became: await spendLink(scope, link, identity.addressHash) };
    });
  }),
});
