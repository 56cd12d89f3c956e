import { listActiveSeats } from '@parley/domain/council/council';
import {
  AcceptCharter,
  CouncilRef,
  CreateCouncil,
  HandOverCouncil,
  RemoveMember,
  SaveCharter,
  SaveCouncil,
} from '@parley/domain/council/input';
import { canAcceptCharter, canClose, canEdit, canHandOver, canLand, canLeave, canRemove } from '@parley/domain/council/policy';
import { allow } from '@parley/domain/kernel/decision';
import { conflict } from '@parley/domain/kernel/error';
import { notify } from '../notification/store.ts';
import { read, readOwn } from '../read.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import {
  acceptCharter,
  closeCouncil,
  createCouncil,
  endSeat,
  findCharter,
  findCouncil,
  findTable,
  handOver,
  holdTable,
  leaveSeat,
  saveCharter,
  saveCouncil,
} from './store.ts';
import { councilQuestion, councilsQuestion, farewellsQuestion } from './view.ts';

const done = { done: true };

async function tellOthers(scope: Scope, councilId: string, seats: { accountId: string }[]): Promise<void> {
  await notify(
    scope,
    seats.map(({ accountId }) => ({ recipientId: accountId, kind: 'left', councilId })),
  );
}

export const councilRouter = router({
  create: signedIn.input(CreateCouncil).mutation(async ({ ctx, input }) => {
    const { charter, ...about } = input;
    return { councilId: await createCouncil(ctx, about, charter) };
  }),

  list: readOwn(councilsQuestion),

  page: read(CouncilRef, councilQuestion),

  save: signedIn.input(SaveCouncil).mutation(async ({ ctx, input }) => {
    const { councilId, rev, ...about } = input;
    allow(canEdit(await findTable(ctx, councilId), ctx.viewer.id));
    if (!(await saveCouncil(ctx, councilId, rev, about))) throw conflict(await findCouncil(ctx, councilId));
    return findCouncil(ctx, councilId);
  }),

  saveCharter: signedIn.input(SaveCharter).mutation(async ({ ctx, input }) => {
    await holdTable(ctx, input.councilId);
    const table = await findTable(ctx, input.councilId);
    allow(canEdit(table, ctx.viewer.id));
    if (!(await saveCharter(ctx, input.councilId, input.version, input.text))) {
      throw conflict(await findCharter(ctx, input.councilId, table.charterVersion));
    }
    return findCharter(ctx, input.councilId, input.version + 1);
  }),

  acceptCharter: signedIn.input(AcceptCharter).mutation(async ({ ctx, input }) => {
    await holdTable(ctx, input.councilId);
    const table = await findTable(ctx, input.councilId);
    if (table.charterVersion !== input.version) {
      const sentence = 'The charter has changed while you were reading. Read it again.';
      throw conflict(await findCharter(ctx, input.councilId, table.charterVersion), sentence);
    }
    allow(canAcceptCharter(table, ctx.viewer.id));
    await acceptCharter(ctx, input.councilId, input.version);
    return done;
  }),

  leave: signedIn.input(CouncilRef).mutation(async ({ ctx, input }) => {
    await holdTable(ctx, input.councilId);
    const table = await findTable(ctx, input.councilId);
    allow(canLeave(table, ctx.viewer.id));
    await tellOthers(ctx, input.councilId, listActiveSeats(table));
    await leaveSeat(ctx, input.councilId, 'left');
    return done;
  }),

  becomeAlumnus: signedIn.input(CouncilRef).mutation(async ({ ctx, input }) => {
    await holdTable(ctx, input.councilId);
    const table = await findTable(ctx, input.councilId);
    allow(canLand(table, ctx.viewer.id));
    await tellOthers(ctx, input.councilId, listActiveSeats(table));
    await leaveSeat(ctx, input.councilId, 'alumnus');
    return done;
  }),

  remove: signedIn.input(RemoveMember).mutation(async ({ ctx, input }) => {
    await holdTable(ctx, input.councilId);
    allow(canRemove(await findTable(ctx, input.councilId), ctx.viewer.id, input.accountId));
    const { name } = await findCouncil(ctx, input.councilId);
    const farewell = { kind: 'removed', councilName: name, reason: input.reason } as const;
    await endSeat(ctx, input.councilId, input.accountId, 'removed', farewell);
    return done;
  }),

  handOver: signedIn.input(HandOverCouncil).mutation(async ({ ctx, input }) => {
    await holdTable(ctx, input.councilId);
    allow(canHandOver(await findTable(ctx, input.councilId), ctx.viewer.id, input.accountId));
    await handOver(ctx, input.councilId, input.accountId);
    return done;
  }),

  close: signedIn.input(CouncilRef).mutation(async ({ ctx, input }) => {
    await holdTable(ctx, input.councilId);
    const table = await findTable(ctx, input.councilId);
    allow(canClose(table, ctx.viewer.id));
    const { name } = await findCouncil(ctx, input.councilId);
    await closeCouncil(ctx, input.councilId);
    const others = listActiveSeats(table).filter((seat) => seat.accountId !== ctx.viewer.id);
    for (const { accountId } of others) {
      const farewell = { kind: 'closed', councilName: name, reason: '' } as const;
      await endSeat(ctx, input.councilId, accountId, 'left', farewell);
    }
    await leaveSeat(ctx, input.councilId, 'left');
    return done;
  }),

  farewells: readOwn(farewellsQuestion),
});
