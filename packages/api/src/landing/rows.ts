import { content } from '@parley/db/memory';
import { bytes, int, maybe, sealed, statement, time, uuid, word, wrapped } from '@parley/db/statement';
import { KeepsakeContent } from '@parley/domain/landing/input';
import { landingChoices } from '@parley/domain/landing/landing';
import { outcomeWord } from '../negotiation/outcome/rows.ts';

export const keepsakeContent = content('keepsake', KeepsakeContent);
export const landingWord = word('landing_choice', landingChoices);

/** What the viewer has chosen, if anything, and when they landed, if they did. */
export const ownLanding = statement({
  name: 'own_landing',
  takes: [],
  gives: { choice: maybe(landingWord), days: maybe(int), since: maybe(time), landedAt: maybe(time) },
  text: `select l.choice, l.days, l.since, landing_moment(a.id) as landed_at
    from account a left join landing l on l.account_id = a.id where a.id = viewer()`,
});

/** The choice, held until what follows from it is done. */
export const heldLanding = statement({
  name: 'held_landing',
  takes: [],
  gives: { choice: landingWord, days: int, since: time, landedAt: maybe(time) },
  text: `select choice, days, since, landing_moment(account_id) as landed_at from landing where account_id = viewer() for update`,
});

export const keepLanding = statement({
  name: 'keep_landing',
  takes: [landingWord, int, time],
  gives: {},
  text: `insert into landing (account_id, choice, days, since) values (viewer(), $1, $2, $3)
    on conflict (account_id) do update set choice = excluded.choice, days = excluded.days, since = excluded.since`,
});

export const dropLanding = statement({
  name: 'drop_landing',
  takes: [],
  gives: {},
  text: 'delete from landing where account_id = viewer()',
});

/** Offers that were there when the viewer landed, and the negotiations about them: those of a search begun later are none of it. */
const offers = `(select i.id from item i where i.owner_id = viewer() and i.kind = 'offer' and i.created_at <= landing_moment(viewer()))`;
const negotiations = `(select n.id from negotiation n where n.owner_id = viewer() and n.offer_id in ${offers})`;

/** How many offers and ledgers there are to go. */
export const landedCounts = statement({
  name: 'landed_counts',
  takes: [],
  gives: { offers: int, negotiations: int },
  text: `select (select count(*) from ${offers} o)::int as offers, (select count(*) from ${negotiations} n)::int as negotiations`,
});

export const landedNegotiations = statement({
  name: 'landed_negotiations',
  takes: [],
  gives: { id: uuid, offerId: uuid, opportunityId: uuid, rev: int, sealed },
  text: `select n.id, n.offer_id, i.opportunity_id, n.rev, n.sealed from negotiation n join item i on i.id = n.id
    where n.id in ${negotiations} order by n.id`,
});

export const landedMoves = statement({
  name: 'landed_moves',
  takes: [],
  gives: { negotiationId: uuid, id: uuid, at: time, rev: int, sealed },
  text: `select m.negotiation_id, m.id, m.at, m.rev, m.sealed from move m
    where m.removed_at is null and m.negotiation_id in ${negotiations} order by m.at, m.id`,
});

export const landedVersions = statement({
  name: 'landed_versions',
  takes: [],
  gives: { id: uuid, offerId: uuid, sealed },
  text: `select v.id, v.offer_id, v.sealed from offer_version v where v.offer_id in ${offers} order by v.offer_id, v.number`,
});

export const landedOutcomes = statement({
  name: 'landed_outcomes',
  takes: [],
  gives: { negotiationId: uuid, kind: outcomeWord, rev: int, sealed },
  text: `select o.negotiation_id, o.kind, o.rev, o.sealed from outcome o where o.negotiation_id in ${negotiations}`,
});

export const addKeepsake = statement({
  name: 'add_keepsake',
  takes: [uuid, uuid, bytes],
  gives: {},
  text: 'insert into keepsake (id, opportunity_id, owner_id, sealed) values ($1, $2, viewer(), $3)',
});

const ending = (name: string, words: string) => statement({ name, takes: [], gives: {}, text: words });

/** What goes, from the leaves up: a walk-away has no key to its negotiation that would take it along. */
export const dropLanded = [
  ending(
    'drop_landed_rounds',
    `delete from item where id in (select r.id from round r where r.negotiation_id in ${negotiations})`,
  ),
  ending('drop_landed_walk_aways', `delete from walk_away where owner_id = viewer() and negotiation_id in ${negotiations}`),
  ending('drop_landed_negotiations', `delete from item where owner_id = viewer() and id in ${negotiations}`),
  ending('drop_landed_offers', `delete from item where owner_id = viewer() and id in ${offers}`),
] as const;

/** What was reduced, with the opportunity that it hangs on. */
export const ownKeepsakes = statement({
  name: 'own_keepsakes',
  takes: [],
  gives: { id: uuid, opportunityId: uuid, ownerId: uuid, sealed, rev: int, opportunity: sealed, wrapped },
  text: `select p.id, p.opportunity_id, p.owner_id, p.sealed, o.rev, o.sealed as opportunity, k.wrapped
    from keepsake p join opportunity o on o.id = p.opportunity_id join sealing_key k on k.owner_id = p.owner_id
    where p.owner_id = viewer() order by p.id`,
});

/** Whose offers and ledgers are due; asked as the clock. */
export const dueLandings = statement({
  name: 'due_landings',
  takes: [],
  gives: { accountId: uuid },
  text: 'select due_landings() as account_id',
});
