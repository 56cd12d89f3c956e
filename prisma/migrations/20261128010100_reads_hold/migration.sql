-- While reads of a debrief are asked for, what one of its readers writes on it reaches no other of them, as beside an open round: a
-- likelihood in a comment is a read that is not sealed. What its owner says reaches all.
ALTER TABLE "debrief" ADD COLUMN "asked_at" TIMESTAMPTZ(3);
UPDATE "debrief" d SET asked_at = (SELECT r.shown_at FROM "read" r WHERE r.debrief_id = d.id AND r.author_id = d.owner_id)
  WHERE d.reads_state <> 'unasked';
GRANT UPDATE (asked_at) ON "debrief" TO parley_user;

GRANT CREATE ON SCHEMA public TO parley_guard;
CREATE OR REPLACE FUNCTION held_talks() RETURNS TABLE (item_id uuid, author_id uuid, since timestamptz, until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH mine AS (
     SELECT r.id, r.state, r.opened_at, r.revealed_at, r.cancelled_at, i.opportunity_id
     FROM asked a JOIN round r ON r.id = a.round_id JOIN item i ON i.id = r.id WHERE a.account_id = viewer()),
   open AS (SELECT m.id, m.opportunity_id, m.opened_at FROM mine m WHERE m.state = 'open'),
   waiting AS (
     SELECT r.id, i.opportunity_id, r.opened_at, r.cancelled_at, m.id IS NOT NULL AS mine
     FROM item i JOIN round r ON r.id = i.id AND r.state = 'cancelled' LEFT JOIN mine m ON m.id = r.id
     WHERE i.kind = 'round' AND i.opportunity_id IN (SELECT m.opportunity_id FROM mine m)
       AND NOT EXISTS (SELECT FROM mine m WHERE m.opportunity_id = i.opportunity_id AND m.revealed_at > r.cancelled_at)
       AND (EXISTS (SELECT FROM open o WHERE o.opportunity_id = i.opportunity_id)
         OR moment() < (SELECT max(m.cancelled_at) FROM mine m WHERE m.opportunity_id = i.opportunity_id) + interval '14 days')),
   stretch AS (
     SELECT o.opportunity_id, other.account_id, o.opened_at AS since, 'infinity'::timestamptz AS until
     FROM open o JOIN asked other ON other.round_id = o.id
     UNION ALL
     SELECT w.opportunity_id, other.account_id, w.opened_at, w.cancelled_at
     FROM waiting w JOIN asked other ON other.round_id = w.id
     WHERE w.mine OR EXISTS (SELECT FROM open o JOIN asked beside ON beside.round_id = o.id
       WHERE o.opportunity_id = w.opportunity_id AND beside.account_id = other.account_id))
   SELECT held.item_id, held.account_id, min(held.since), nullif(max(held.until), 'infinity') FROM (
     SELECT thing.id AS item_id, s.account_id, s.since, s.until
     FROM stretch s JOIN item thing ON thing.opportunity_id = s.opportunity_id
       AND thing.kind IN ('round', 'negotiation', 'offer', 'debrief')
     UNION ALL
     SELECT d.id, other.account_id, coalesce(d.asked_at, 'epoch'), 'infinity'
     FROM membership seat JOIN share s ON s.council_id = seat.council_id AND s.kind = 'debrief'
       JOIN debrief d ON d.id = s.item_id AND d.reads_state = 'open' AND d.owner_id <> viewer()
       JOIN membership other ON other.council_id = s.council_id AND other.account_id <> d.owner_id
     WHERE seat.account_id = viewer()) held
   WHERE held.account_id <> viewer() GROUP BY held.item_id, held.account_id $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
