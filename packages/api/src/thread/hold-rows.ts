import { statement, time, uuid } from '@parley/db/statement';

const hold = { authorId: uuid, since: time };

/** Of whom the viewer hears nothing on an item before a reveal, and since when: the others who are asked in an open round. */
export const heldOn = statement({
  name: 'held_on',
  takes: [uuid],
  gives: hold,
  text: 'select author_id, since from held_talks() where item_id = $1 order by author_id',
});

/** The same, on the item of a thread. */
export const heldBeside = statement({
  name: 'held_beside',
  takes: [uuid],
  gives: hold,
  text: `select h.author_id, h.since from held_talks() h where h.item_id = (select t.item_id from thread t where t.id = $1)
    order by h.author_id`,
});

/** The same, on the item of a comment. */
export const heldAround = statement({
  name: 'held_around',
  takes: [uuid],
  gives: hold,
  text: `select h.author_id, h.since from held_talks() h where h.item_id = (select c.item_id from comment c where c.id = $1)
    order by h.author_id`,
});

/** Of those told, who hears of it now. The others who are asked in an open round get their notice with the reveal. */
export function toldNow(told: readonly { id: string }[], holds: readonly { authorId: string }[]): string[] {
  return told.map(({ id }) => id).filter((id) => !holds.some(({ authorId }) => authorId === id));
}
