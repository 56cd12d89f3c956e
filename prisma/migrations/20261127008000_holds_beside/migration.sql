-- What one of those asked says beside an open round is held wherever it hangs on the same opportunity but in a mission, which
-- speaks of the work: on the round, on earlier rounds, on negotiations, offers and debriefs. What the same two said beside a round
-- that was cancelled is held again with the next one: its numbers are as good.
CREATE OR REPLACE FUNCTION held_talks() RETURNS TABLE (item_id uuid, author_id uuid, since timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
  AS $$ SELECT thing.id, other.account_id, least(min(r.opened_at), (
     SELECT min(gone.opened_at) FROM round gone JOIN item g ON g.id = gone.id
     JOIN asked me ON me.round_id = gone.id AND me.account_id = viewer()
     JOIN asked them ON them.round_id = gone.id AND them.account_id = other.account_id
     WHERE gone.state = 'cancelled' AND g.opportunity_id = thing.opportunity_id))
   FROM asked mine JOIN round r ON r.id = mine.round_id AND r.state = 'open' JOIN item i ON i.id = r.id
   JOIN asked other ON other.round_id = r.id AND other.account_id <> mine.account_id
   JOIN item thing ON thing.opportunity_id = i.opportunity_id AND thing.kind IN ('round', 'negotiation', 'offer', 'debrief')
   WHERE mine.account_id = viewer() GROUP BY thing.id, thing.opportunity_id, other.account_id $$;

-- Who is not to read it yet is not told either that something was said.
CREATE OR REPLACE FUNCTION who_follows(item uuid, owner uuid, speaker uuid, about uuid) RETURNS SETOF uuid LANGUAGE sql STABLE
  AS $$ WITH begun AS (
     SELECT t.starter_id, t.created_at FROM thread t
     WHERE t.id = about OR t.id = (SELECT c.thread_id FROM comment c WHERE c.id = about) LIMIT 1)
   SELECT hearer.id FROM who_hears(item, owner, speaker) AS hearer(id)
   WHERE hearer.id = owner OR hearer.id = speaker OR (
     (EXISTS (SELECT FROM item i WHERE i.id = item AND i.kind <> 'offer')
       OR EXISTS (SELECT FROM view_log v WHERE v.item_id = item AND v.reader_id = hearer.id))
     AND NOT EXISTS (SELECT FROM held_talks() held WHERE held.item_id = item AND held.author_id = hearer.id)
     AND NOT EXISTS (SELECT FROM begun b WHERE b.starter_id NOT IN (hearer.id, owner) AND NOT EXISTS (
       SELECT FROM membership mine JOIN membership theirs USING (council_id)
       WHERE mine.account_id = hearer.id AND mine.state = 'active' AND theirs.account_id = b.starter_id
         AND (theirs.state = 'active' OR b.created_at <= theirs.ended_at)))) $$;

-- A round is revealed to all together: where nobody who was asked can read it any more, it stays sealed.
CREATE OR REPLACE FUNCTION reveal_due_rounds(lately boolean) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
  AS $$ WITH looked AS (
     SELECT r.id, t.* FROM (SELECT r.id FROM round r
       WHERE r.state = 'open' AND (NOT lately OR r.deadline_at BETWEEN moment() - interval '2 minutes' AND moment())
       FOR UPDATE SKIP LOCKED) r CROSS JOIN LATERAL count_answers(r.id) t),
   revealed AS (
     UPDATE round r SET state = 'revealed', revealed_at = moment() FROM looked l
     WHERE r.id = l.id AND r.state = 'open' AND l.given >= r.quorum AND (l.answered = l.asked OR r.deadline_at <= moment())
       AND EXISTS (SELECT FROM item_audience(r.id) AS reader(id) WHERE reader.id <> r.owner_id)
     RETURNING r.id, r.owner_id),
   told AS (
     INSERT INTO notification (id, recipient_id, actor_id, kind, item_id, at)
     SELECT gen_random_uuid(), person.id, revealed.owner_id, 'roundRevealed', revealed.id, moment()
     FROM revealed CROSS JOIN LATERAL (
       SELECT revealed.owner_id AS id UNION SELECT reader.id FROM item_audience(revealed.id) AS reader(id)) person)
   SELECT count(*)::integer FROM revealed $$;

CREATE OR REPLACE FUNCTION reveal_round_when_due(wanted uuid) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path TO 'public', 'pg_temp'
  AS $$ WITH revealed AS (
     UPDATE round r SET state = 'revealed', revealed_at = moment()
     FROM count_answers(wanted) t
     WHERE r.id = wanted AND r.state = 'open' AND may_read_item(wanted)
       AND t.given >= r.quorum AND (t.answered = t.asked OR r.deadline_at <= moment())
       AND EXISTS (SELECT FROM item_audience(wanted) AS reader(id) WHERE reader.id <> r.owner_id)
     RETURNING r.id)
   SELECT EXISTS (SELECT FROM revealed) $$;
