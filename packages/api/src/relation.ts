/** What somebody is to the thing that a call is about. The first that applies, from the top. */
export type Relation = 'anonymous' | 'owner' | 'reader' | 'moderator' | 'member' | 'operator' | 'stranger';

/** What a call can be about. The first six are items, `item` is any of them; the next belong to an item. */
export type Subject =
  | 'opportunity'
  | 'mission'
  | 'offer'
  | 'negotiation'
  | 'debrief'
  | 'round'
  | 'item'
  | 'version'
  | 'attachment'
  | 'ask'
  | 'objection'
  | 'move'
  | 'evidence'
  | 'term'
  | 'rehearsal'
  | 'thread'
  | 'comment'
  | 'share'
  | 'council'
  | 'checklist'
  | 'help'
  | 'commitment'
  | 'meeting'
  | 'invitation';

/** Where the thing that a call is about stands: an item and the opening that it hangs on, or a council. */
export type Place = { itemId: string | null; openingId: string | null; councilId: string | null };
