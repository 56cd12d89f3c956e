import { local } from '@parley/db/flush';
import { bool, maybe, statement, text, time, uuid, word } from '@parley/db/statement';
import type { PolicyRow, Subject } from './policy-row.ts';

/*
 * What the first wall asks: whose session this is, what they are to the thing, what time it is. As a role of its own,
 * `parley_door`, that sees ids, relations, states and times of everybody and nothing that a person wrote; not with
 * row-level security's functions: the two walls must stand without each other.
 */

const who = {
  accountId: maybe(uuid),
  operator: maybe(bool),
  seenAt: maybe(time),
  expiresAt: maybe(time),
  endsAt: maybe(time),
  relation: word('text', ['owner', 'reader', 'moderator', 'member', 'stranger']),
  opened: bool,
  itemId: maybe(uuid),
  openingId: maybe(uuid),
  councilId: maybe(uuid),
  now: time,
  viewer: text,
  role: text,
};

/** From here on in this transaction: the door, and what holds for every transaction. */
export const standAtDoor = statement({
  name: 'stand_at_door',
  takes: [],
  gives: { ...local.gives, role: text },
  text: `select ${local.text}, set_config('role', 'parley_door', true) as role`,
});

/** The session, a relation, and then the viewer and the role that what follows is asked as: from an ended session nobody. */
const tellOf = (relation: string, opened: string, join: string, place = 'null::uuid, null::uuid, null::uuid') => `
  select s.account_id, a.operator, s.seen_at, s.expires_at, s.ends_at, ${relation} as relation, ${opened} as opened,
    place.item_id, place.opening_id, place.council_id, moment() as now,
    set_config('app.user_id', case when s.expires_at > moment() then s.account_id::text else '' end, true) as viewer,
    set_config('role', $2, true) as role
  from (select) one left join session s on s.id = $1 left join account a on a.id = s.account_id ${join}
  cross join lateral (select ${place}) place(item_id, opening_id, council_id)`;

/** The viewer sits at a table with the author, or sat there when it was said. */
const heard = (author: string, at: string) => `exists (
  select from membership mine join membership theirs using (council_id)
  where mine.account_id = s.account_id and mine.state = 'active' and theirs.account_id = ${author}
    and (theirs.state = 'active' or ${at} <= theirs.ended_at))`;

const thread = `thread t join item of on of.id = t.item_id
  and (of.owner_id = s.account_id or ${heard('t.starter_id', 't.created_at')})`;

/** Where a part says which item it belongs to. Constant text: nothing that a person sent is spliced in. */
const itemOf: Partial<Record<Subject, string>> = {
  version: 'select offer_id from offer_version where id = $3',
  attachment: 'select offer_id from attachment where id = $3',
  ask: 'select negotiation_id from ask where id = $3',
  objection: 'select negotiation_id from objection where id = $3',
  move: 'select negotiation_id from move where id = $3',
  evidence: 'select negotiation_id from evidence where id = $3',
  term: 'select negotiation_id from term where id = $3',
  share: 'select item_id from share where id = $3',
  thread: `select t.item_id from ${thread} where t.id = $3`,
  comment: `select t.item_id from ${thread} join comment c on c.thread_id = t.id
    where c.id = $3 and (of.owner_id = s.account_id or ${heard('c.author_id', 'c.created_at')})`,
};

/** A share of the item, or of a part of the opportunity, that is live and reaches the viewer. */
const liveShare = (shares: string, of: string) => `exists (
  select from ${shares}
  join council c on c.id = h.council_id and c.closed_at is null
  join membership o on o.council_id = h.council_id and o.account_id = i.owner_id and o.state = 'active' and o.joined_at <= h.created_at
  join membership r on r.council_id = h.council_id and r.account_id = s.account_id and r.state = 'active'
  where ${of} and h.revoked_at is null and (h.expires_at is null or h.expires_at > moment())
    and (h.reader_id is null or (h.reader_id = s.account_id and r.joined_at <= h.created_at)))`;

/** What makes somebody a reader, where it is not a share of the item alone. */
const shareOf: Partial<Record<Subject, string>> = {
  opportunity: liveShare('item part join share h on h.item_id = part.id', 'part.opportunity_id = i.id'),
  // to whom the letter is not shown, that is as if there were none
  attachment: liveShare(
    'attachment a join share h on h.item_id = a.offer_id and h.created_at >= a.created_at',
    "a.id = $3 and h.levels ->> 'letter' = 'exact'",
  ),
};

const openedIt = `(i.kind is distinct from 'offer'
  or exists (select from view_log v where v.item_id = i.id and v.reader_id = s.account_id))`;

function tellOfItem(subject: Subject): string {
  const part = itemOf[subject];
  const kind = part || subject === 'item' ? '' : `and i.kind = '${subject}'`;
  const share = shareOf[subject] ?? liveShare('share h', 'h.item_id = i.id');
  const relation = `case when i.owner_id = s.account_id then 'owner' when ${share} then 'reader' else 'stranger' end`;
  const place = 'i.id, i.opportunity_id, null::uuid';
  return tellOf(relation, openedIt, `left join item i on i.id = (${part ?? 'select $3::uuid'}) ${kind}`, place);
}

/** What a council's part is called in the database, where that is another word. */
const partOf: Partial<Record<Subject, string>> = { help: 'help_request' };

function tellOfCouncil(subject: Subject): string {
  const part = partOf[subject] ?? subject;
  const council = subject === 'council' ? 'select $3::uuid' : `select council_id from ${part} where id = $3`;
  // of whom a council has invited its other members do not know either
  const chair = subject === 'invitation' ? "and m.role = 'moderator'" : '';
  const join = `left join membership m on m.council_id = (${council}) and m.account_id = s.account_id and m.state = 'active' ${chair}`;
  return tellOf("coalesce(m.role::text, 'stranger')", 'true', join, 'null::uuid, null::uuid, m.council_id');
}

/** The owner's; whoever sits in the council that it is shown to reads it. */
const tellOfCommitment = tellOf(
  "case when x.owner_id = s.account_id then 'owner' when m.account_id is not null then 'reader' else 'stranger' end",
  'true',
  `left join commitment x on x.id = $3
    left join membership m on m.council_id = x.council_id and m.account_id = s.account_id and m.state = 'active'`,
  'null::uuid, null::uuid, x.council_id',
);

/** The candidate's; for who plays the employer while the negotiation is shared with them, and for none of its other readers. */
const tellOfRehearsal = tellOf(
  `case when x.owner_id = s.account_id then 'owner'
    when x.peer_id = s.account_id and ${liveShare('share h', 'h.item_id = i.id')} then 'reader' else 'stranger' end`,
  'true',
  'left join rehearsal x on x.id = $3 left join item i on i.id = x.negotiation_id',
  'i.id, i.opportunity_id, null::uuid',
);

const self = statement({
  name: 'door_self',
  takes: [text, text],
  gives: who,
  text: tellOf("'owner'", 'true', ''),
});

const about = (subject: Subject, sql: string) =>
  statement({ name: `door_${subject}`, takes: [text, text, uuid], gives: who, text: sql });

const ofItem = (subject: Subject) => about(subject, tellOfItem(subject));
const ofCouncil = (subject: Subject) => about(subject, tellOfCouncil(subject));

const doors: Record<Subject, ReturnType<typeof about>> = {
  opportunity: ofItem('opportunity'),
  mission: ofItem('mission'),
  offer: ofItem('offer'),
  negotiation: ofItem('negotiation'),
  debrief: ofItem('debrief'),
  round: ofItem('round'),
  item: ofItem('item'),
  version: ofItem('version'),
  attachment: ofItem('attachment'),
  ask: ofItem('ask'),
  objection: ofItem('objection'),
  move: ofItem('move'),
  evidence: ofItem('evidence'),
  term: ofItem('term'),
  rehearsal: about('rehearsal', tellOfRehearsal),
  thread: ofItem('thread'),
  comment: ofItem('comment'),
  share: ofItem('share'),
  council: ofCouncil('council'),
  checklist: ofCouncil('checklist'),
  help: ofCouncil('help'),
  meeting: ofCouncil('meeting'),
  commitment: about('commitment', tellOfCommitment),
  invitation: ofCouncil('invitation'),
};

/** The statements that go first in every flush. `role` is whom row-level security sees behind the door. */
export function doorFor(sessionId: string, role: string, row: PolicyRow, id: string | null) {
  const told = row.who === 'related' && id !== null ? doors[row.subject](sessionId, role, id) : self(sessionId, role);
  return { stand: standAtDoor(), told };
}
