import type { RowsOf } from '@parley/db/line';
import { createRing, type KeyRow, type Ring } from '@parley/db/ring';
import type { Bound } from '@parley/db/statement';
import { shouldTouch } from '@parley/domain/identity/identity';
import { TRPCError } from '@trpc/server';
import type { Context } from './context.ts';
import type { doorFor } from './door.ts';
import { type Place, type PolicyRow, permit, type Relation } from './policy-row.ts';

type Asked = Readonly<Record<string, Bound<unknown>>>;

/** Whose eyes a call sees with. Its mark is no field that others can give: neither an object like it nor a copy is one. */
class SignedIn {
  protected readonly shown = true;
  readonly id: string;
  readonly sessionId: string;
  constructor(id: string, sessionId: string) {
    this.id = id;
    this.sessionId = sessionId;
  }
}

export type Viewer = SignedIn;

/** Says who calls, once a session has shown it. Only guards may (`viewerMinters` in the architecture test). */
export const mintViewer = (id: string, sessionId: string): Viewer => new SignedIn(id, sessionId);

/** Who calls, what they are to the thing and whether their opening of it is in the log, where it stands, and what time it is. */
export type Admitted = { viewer: Viewer; relation: Relation; opened: boolean; place: Place; now: Date };

/** What a pure answer works with. It has no database: a second trip cannot be written. */
export type Given<A extends Asked> = Admitted & { rows: RowsOf<A>; open: Ring['open'] };

/** The first wall, on what the door said. Nothing is opened before. Throws for everybody whom the table does not let in. */
export async function admit(ctx: Context, path: string, row: PolicyRow, door: DoorRows): Promise<Admitted> {
  return (await recognise(ctx, path, row, door)).permitted(row);
}

type DoorRows = RowsOf<ReturnType<typeof doorFor>>;

/** Who has pressed, before it is asked what they may: what they did already they may hear again. */
type Recognised = { viewer: Viewer; permitted: (row: PolicyRow) => Admitted };

/** Who calls, as the door says; each call counts. Throws when nobody is signed in. */
export async function recognise(ctx: Context, path: string, row: PolicyRow, door: DoorRows): Promise<Recognised> {
  const [told] = door.told;
  const { deps, sessionId } = ctx;
  if (!told?.accountId || !sessionId || !told.expiresAt || told.expiresAt <= told.now)
    throw new TRPCError({ code: 'UNAUTHORIZED' });
  await deps.limits.count('call', ctx.identity.source, told.accountId);
  if (row.counts) await deps.limits.count(row.counts, ctx.identity.source, told.accountId);
  if (told.seenAt && told.endsAt && shouldTouch(told.seenAt, told.now))
    // beside the call: nobody waits for it, and it is no fault of theirs
    deps.sessions.touch(sessionId, told.endsAt).catch((error: unknown) => deps.report({ id: 'session', path, error }));
  const { itemId, openingId, councilId, opened, now } = told;
  const viewer = mintViewer(told.accountId, sessionId);
  return {
    viewer,
    permitted(row) {
      const relation = permit(row, { relation: told.relation, opened, operator: told.operator === true });
      return { viewer, relation, opened, place: { itemId, openingId, councilId }, now };
    },
  };
}

function isKeyRow(row: unknown): row is KeyRow {
  return typeof row === 'object' && row !== null && 'ownerId' in row && 'wrapped' in row;
}

/** The keys among the rows of those statements that give keys. */
export function ringOf({ deps }: Context, asked: Asked, rows: Readonly<Record<string, readonly unknown[]>>): Ring {
  const names = Object.keys(asked).filter((name) => asked[name]?.declared.keys);
  return createRing(deps.keys, deps.memory, names.flatMap((name) => rows[name] ?? []).filter(isKeyRow));
}
