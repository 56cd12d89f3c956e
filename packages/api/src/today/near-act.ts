import type { Held } from '@parley/db/line';
import { createRing } from '@parley/db/ring';
import { holdTurn, statement, time, uuid, word } from '@parley/db/statement';
import { listNearing, type Nearing } from '@parley/domain/notification/near';
import { notificationKinds } from '@parley/domain/notification/notification';
import { endings } from '@parley/domain/opportunity/opportunity';
import { standAsClock } from '../clock.ts';
import { ownCommitments } from '../commitment/rows.ts';
import type { Deps } from '../context.ts';
import { openAccount, ownAccount } from '../identity/rows.ts';
import { standAsPerson } from '../mail/post-rows.ts';
import { openDeadlines, ownFrames } from '../opportunity/deadline-rows.ts';
import { openRounds, sealedOpenRounds } from '../round/rows.ts';
import { tell, tellAct } from '../tell.ts';

const peopleWithDays = statement({
  name: 'people_with_days',
  takes: [],
  gives: { accountId: uuid },
  text: 'select people_with_days() as account_id',
});

/** Of one person the clock speaks once at a time: two servers do not tell them twice. */
const holdNearing = holdTurn({ name: 'hold_nearing', turn: 'hashtextextended($1::uuid::text, 45)' });

/** What the viewer was told of dated things. */
const toldOfDays = statement({
  name: 'told_of_days',
  takes: [],
  gives: { kind: word('notification_kind', notificationKinds), subjectId: uuid, at: time },
  text: `select n.kind, coalesce(n.about_id, n.item_id) as subject_id, n.at from notification n
    where n.recipient_id = viewer() and coalesce(n.about_id, n.item_id) is not null
      and n.kind::text in ('deadlineNears', 'commitmentDue', 'roundNears', 'roundStuck', 'roundOpened', 'roundReminder')`,
});

/** The opportunities of the viewer that go on. */
const goingOn = statement({
  name: 'opportunities_going_on',
  takes: [],
  gives: { id: uuid },
  text: `select o.id from opportunity o where o.owner_id = viewer() and o.stage::text not in (${endings.map((one) => `'${one}'`).join(', ')})`,
});

const ask = (personId: string) => ({
  as: standAsPerson(personId),
  held: holdNearing(personId),
  account: ownAccount(),
  frames: ownFrames(),
  going: goingOn(),
  commitments: ownCommitments(),
  rounds: openRounds(),
  sealed: sealedOpenRounds(),
  told: toldOfDays(),
});

const aboutOf = ({ kind, subjectId }: Nearing) => (kind === 'commitmentDue' ? { aboutId: subjectId } : { itemId: subjectId });

type NearDeps = Pick<Deps, 'line' | 'memory' | 'keys' | 'report'>;

/** As this person, who alone can read when their offers end. */
async function tellOne({ keys, memory }: Pick<NearDeps, 'keys' | 'memory'>, held: Held, personId: string): Promise<number> {
  const [rows] = await held.ask(ask(personId));
  const [account] = rows.account;
  const now = rows.as[0]?.now;
  if (!account || !now) return 0;
  const { open } = createRing(keys, memory, rows.account);
  const goes = new Set(rows.going.map(({ id }) => id));
  const sealed = new Set(rows.sealed.map(({ roundId }) => roundId));
  const near = listNearing(
    {
      zone: openAccount(open, account).timeZone,
      offers: openDeadlines(open, rows.frames).filter(({ opportunityId }) => goes.has(opportunityId)),
      commitments: rows.commitments
        .filter(({ state }) => state === 'open')
        .map(({ id: commitmentId, dueOn }) => ({ commitmentId, dueOn })),
      rounds: rows.rounds
        .map(({ id: roundId, ownerId, deadlineAt }) => ({ roundId, mine: ownerId === personId, deadlineAt }))
        .filter(({ roundId, mine }) => mine || !sealed.has(roundId)),
      told: rows.told,
    },
    now,
  );
  if (near.length === 0) return 0;
  const notices = near.flatMap((one) => tell([{ id: personId, kind: one.kind }], aboutOf(one), now));
  await held.commit([...notices, tellAct('clock.near', 'mine', null, null, null, null, null)]);
  return near.length;
}

/** Tells each person of what ends or is due soon, and has not been told; a fault with one is no other's. Answers how much. */
export async function tellNearing(deps: NearDeps): Promise<number> {
  const [{ people }] = await deps.line.ask({ role: standAsClock(), people: peopleWithDays() });
  let told = 0;
  for (const { accountId } of people) {
    const telling = deps.line.hold((held) => tellOne(deps, held, accountId));
    told += await telling.catch((error: unknown) => {
      deps.report({ id: 'near', path: 'clock.near', error });
      return 0;
    });
  }
  return told;
}
