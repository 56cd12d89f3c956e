import { crowdId } from './crowd.ts';

/** Who reads: busy person 1 of council 1. */
export const reader = crowdId('person', 1, 1);
const council = `md5('council:1')::uuid`;
const mission = crowdId('mission', 1, 2);
const everybody = [1, 2, 3, 4, 5, 6];
const listed = (ids: readonly string[]) => ids.join(', ');
const of = (what: string) => listed(everybody.slice(1).map((seat) => crowdId(what, 1, seat)));
const standing = 'revoked_at is null and (expires_at is null or expires_at > now())';

const owners = {
  'own opportunities': `select * from opportunity where owner_id = $1 order by id`,
  'their history': `select * from stage_change where owner_id = $1`,
};
const people = {
  'seats beside the viewer': `select m.* from membership m where m.council_id in (
    select s.council_id from membership s where s.account_id = $1 and s.state = 'active')`,
  'names at the table': `select id, rev, sealed from account where id in (${listed(everybody.map((seat) => crowdId('person', 1, seat)))})`,
  'keys of owners': `select * from sealing_key where owner_id in (${council}, ${of('person')})`,
};
const headers = {
  'shares of what hangs there': `select * from share where item_id in (${of('mission')}, ${of('offer')}) and ${standing}`,
  'headers of what is shared': `select o.*, i.owner_id from opportunity o join item i on i.id = o.id where o.id in (${of('opportunity')})`,
};

/** The statements behind the main reads, each read with its own, near what the stores send; $1 is the reader. */
export const crowdReads: Record<string, Record<string, string>> = {
  'own list': owners,
  'threads of a shared item': {
    threads: `select * from thread where item_id = ${mission} order by created_at, id`,
    'fifty comments': `select * from comment where thread_id in (${crowdId('thread', 1, 2, 50)}) order by created_at, id`,
    'who can read it': `select r from item_readers(${mission}) r order by r`,
    ...people,
  },
  'shared in a council': {
    'shares there': `select * from share where owner_id <> $1 and council_id = ${council} and (reader_id is null or reader_id = $1)
      and ${standing} order by id`,
    ...headers,
    ...people,
  },
  'shared by the viewer': {
    'own shares': `select * from share where owner_id = $1 and ${standing} order by id`,
    'openings of an own offer': `select * from view_log where item_id = ${crowdId('offer', 1, 1)} order by at desc`,
  },
  today: {
    ...owners,
    'own offers': `select * from offer where owner_id = $1 order by id`,
    'own terms': `select t.* from term t where t.negotiation_id in (select id from negotiation where owner_id = $1)`,
    'open reads': `select d.id, i.owner_id, i.opportunity_id from debrief d left join item i on i.id = d.id where d.reads_state = 'open'`,
    'open rounds': `select r.id, r.deadline_at, i.owner_id from round r left join item i on i.id = r.id where r.state = 'open'`,
    'revealed reads': `select * from read where debrief_id = ${crowdId('debrief', 1, 2)} order by author_id`,
    'revealed counters': `select * from sealed_counter where round_id = ${crowdId('round', 1, 2)} order by author_id`,
    notifications: `select * from notification where recipient_id = $1 order by at desc, id desc limit 60`,
    ...headers,
    ...people,
  },
  'an opened offer': {
    offer: `select * from offer where id = ${crowdId('offer', 1, 2)}`,
    versions: `select * from offer_version where offer_id = ${crowdId('offer', 1, 2)} order by number`,
  },
};
