import { crowdId } from './crowd.ts';

/** Who reads: busy person 1 of council 1. */
export const reader = crowdId('person', 1, 1);
const council = `md5('council:1')::uuid`;
const mission = crowdId('mission', 1, 2);
const thread = crowdId('thread', 1, 2, 50);
const standing = 'revoked_at is null and (expires_at is null or expires_at > now())';

/** The statements behind the main reads, in the shape in which the stores send them. */
export const crowdReads: Record<string, string> = {
  'own opportunities': `select o.*, i.owner_id from opportunity o left join item i on i.id = o.id
    where i.owner_id = ${reader} and i.id is not null order by o.id`,
  'their history': `select s.* from stage_change s where s.opportunity_id in (${crowdId('opportunity', 1, 1)},
    ${Array.from({ length: 29 }, (_, at) => crowdId('opportunity', 1, 1, at + 1)).join(', ')})`,
  'threads of a shared item': `select * from thread where item_id = ${mission} order by created_at, id`,
  'its fifty comments': `select * from comment where thread_id in (${thread}) order by created_at, id`,
  'who can read it': `select r from item_readers(${mission}) r order by r`,
  'seats beside the viewer': `select m.* from membership m where m.council_id in (
    select s.council_id from membership s where s.account_id = ${reader} and s.state = 'active')`,
  'names at the table': `select id, rev, sealed from account where id in (${[1, 2, 3, 4, 5, 6].map((seat) => crowdId('person', 1, seat)).join(', ')})`,
  'keys of owners': `select * from sealing_key where owner_id in (${council}, ${[1, 2, 3, 4].map((seat) => crowdId('person', 1, seat)).join(', ')})`,
  'items shared in a council': `select i.id, i.kind, i.owner_id, i.opportunity_id from item i where i.owner_id <> ${reader}
    and i.id in (select item_id from share where council_id = ${council} and (reader_id is null or reader_id = ${reader}) and ${standing})
    order by i.id desc`,
  'shares of these items': `select * from share where item_id in (${[2, 3, 4, 5, 6].map((seat) => crowdId('mission', 1, seat)).join(', ')}) and ${standing}`,
  'headers of what is shared': `select o.*, i.owner_id from opportunity o join item i on i.id = o.id
    where o.id in (${[2, 3, 4, 5, 6].map((seat) => crowdId('opportunity', 1, seat)).join(', ')})`,
  'own shared items': `select i.id, i.kind from item i where i.owner_id = ${reader}
    and i.id in (select item_id from share where ${standing}) order by i.id desc`,
  'open reads': `select d.id, i.owner_id, i.opportunity_id from debrief d left join item i on i.id = d.id
    where d.reads_state = 'open' order by d.id`,
  'open rounds': `select r.id, r.state, r.deadline_at, i.owner_id from round r left join item i on i.id = r.id
    where r.state = 'open' order by r.id`,
  'revealed reads': `select * from read where debrief_id = ${crowdId('debrief', 1, 2)} order by author_id`,
  'revealed counters': `select * from sealed_counter where round_id = ${crowdId('round', 1, 2)} order by author_id`,
  'own offers and their deadlines': `select o.id, o.rev, o.sealed from offer o left join item i on i.id = o.id where i.owner_id = ${reader}`,
  'versions of an offer that was opened': `select * from offer_version where offer_id = ${crowdId('offer', 1, 2)} order by number`,
  'own terms that wait': `select t.* from term t left join negotiation n on n.id = t.negotiation_id left join item i on i.id = n.id
    where i.owner_id = ${reader} and t.state = 'proposed'`,
  notifications: `select * from notification where recipient_id = ${reader} order by at desc, id desc limit 60`,
  'openings of an own offer': `select * from view_log where item_id = ${crowdId('offer', 1, 1)} order by at desc`,
};
