-- What those asked said beside a round that was cancelled stays held from each other, as they were told when they wrote it: until
-- a later round that the reader is asked in is revealed, or for fourteen days, in which a second round would be asked. It is held
-- on while a round that the reader is asked in is open. What is said after the cancelling is said to all.
ALTER TABLE "round" ADD COLUMN "cancelled_at" TIMESTAMPTZ(3);
UPDATE "round" SET cancelled_at = greatest(opened_at, updated_at) WHERE state = 'cancelled';
GRANT UPDATE (cancelled_at) ON "round" TO parley_user;

GRANT CREATE ON SCHEMA public TO parley_guard;
DROP POLICY reader_sees ON comment;
DROP POLICY reader_sees ON suggestion;
DROP POLICY reader_sees ON reaction;
DROP POLICY reader_sees ON thread;
DROP POLICY recipient_sees ON notification;
DROP FUNCTION held_talks();

-- On which items what which author says is held from the viewer: since when, and until when it was said (null: what is said now too).
CREATE FUNCTION held_talks() RETURNS TABLE (item_id uuid, author_id uuid, since timestamptz, until timestamptz)
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
   SELECT thing.id, s.account_id, min(s.since), nullif(max(s.until), 'infinity')
   FROM stretch s JOIN item thing ON thing.opportunity_id = s.opportunity_id
     AND thing.kind IN ('round', 'negotiation', 'offer', 'debrief')
   WHERE s.account_id <> viewer() GROUP BY thing.id, s.account_id $$;
ALTER FUNCTION held_talks() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION held_talks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_talks() TO parley_user;

-- A comment that is edited says again what it says: it is held when it stood in that time, in whichever words.
CREATE POLICY reader_sees ON comment FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (item_id = ANY ((SELECT reach_talks())::uuid[])
    AND (starter_id = ANY ((SELECT reach_heard())::uuid[])
      OR EXISTS (SELECT FROM heard_before() heard(id, until) WHERE heard.id = comment.starter_id AND comment.begun_at <= heard.until))
    AND (author_id = ANY ((SELECT reach_heard())::uuid[])
      OR EXISTS (SELECT FROM heard_before() heard(id, until) WHERE heard.id = comment.author_id AND comment.created_at <= heard.until))
    AND NOT EXISTS (SELECT FROM held_talks() held WHERE held.item_id = comment.item_id AND held.author_id = comment.author_id
      AND (comment.created_at >= held.since OR comment.edited_at >= held.since)
      AND (held.until IS NULL OR comment.created_at <= held.until))));

CREATE POLICY reader_sees ON suggestion FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (item_id = ANY ((SELECT reach_talks())::uuid[])
    AND (starter_id = ANY ((SELECT reach_heard())::uuid[])
      OR EXISTS (SELECT FROM heard_before() heard(id, until) WHERE heard.id = suggestion.starter_id AND suggestion.begun_at <= heard.until))
    AND NOT EXISTS (SELECT FROM held_talks() held WHERE held.item_id = suggestion.item_id
      AND held.author_id = suggestion.starter_id AND suggestion.begun_at >= held.since
      AND (held.until IS NULL OR suggestion.begun_at <= held.until))));

CREATE POLICY reader_sees ON reaction FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (item_id = ANY ((SELECT reach_talks())::uuid[])
    AND author_id = ANY ((SELECT reach_heard())::uuid[])
    AND (thread_id IS NULL OR EXISTS (SELECT FROM thread t WHERE t.id = reaction.thread_id))
    AND NOT EXISTS (SELECT FROM held_talks() held WHERE held.item_id = reaction.item_id
      AND held.author_id = reaction.author_id AND reaction.at >= held.since
      AND (held.until IS NULL OR reaction.at <= held.until))));

CREATE POLICY reader_sees ON thread FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (item_id = ANY ((SELECT reach_talks())::uuid[])
    AND (starter_id = ANY ((SELECT reach_heard())::uuid[])
      OR EXISTS (SELECT FROM heard_before() heard(id, until) WHERE heard.id = thread.starter_id AND thread.created_at <= heard.until))
    AND (NOT EXISTS (SELECT FROM held_talks() held WHERE held.item_id = thread.item_id
      AND held.author_id = thread.starter_id AND thread.created_at >= held.since
      AND (held.until IS NULL OR thread.created_at <= held.until))
      OR EXISTS (SELECT FROM comment c WHERE c.thread_id = thread.id AND c.author_id = thread.owner_id))));

CREATE POLICY recipient_sees ON notification FOR SELECT TO parley_user
  USING (recipient_id = (SELECT viewer()) AND (thread_id IS NULL
    OR NOT EXISTS (SELECT FROM held_talks() held WHERE held.item_id = notification.item_id
      AND held.author_id = notification.actor_id AND notification.at >= held.since
      AND (held.until IS NULL OR notification.at <= held.until))));

-- Who is not to read it yet is not told either that something was said, nor of what is said on in a conversation that is held.
CREATE OR REPLACE FUNCTION who_follows(item uuid, owner uuid, speaker uuid, about uuid) RETURNS SETOF uuid LANGUAGE sql STABLE
  AS $$ WITH begun AS (
     SELECT t.starter_id, t.created_at FROM thread t
     WHERE t.id = about OR t.id = (SELECT c.thread_id FROM comment c WHERE c.id = about) LIMIT 1)
   SELECT hearer.id FROM who_hears(item, owner, speaker) AS hearer(id)
   WHERE hearer.id = owner OR hearer.id = speaker OR (
     (EXISTS (SELECT FROM item i WHERE i.id = item AND i.kind <> 'offer')
       OR EXISTS (SELECT FROM view_log v WHERE v.item_id = item AND v.reader_id = hearer.id))
     AND NOT EXISTS (SELECT FROM held_talks() held WHERE held.item_id = item AND held.author_id = hearer.id
       AND (held.until IS NULL OR EXISTS (SELECT FROM begun b WHERE b.starter_id = speaker AND b.created_at <= held.until)))
     AND NOT EXISTS (SELECT FROM begun b WHERE b.starter_id NOT IN (hearer.id, owner) AND NOT EXISTS (
       SELECT FROM membership mine JOIN membership theirs USING (council_id)
       WHERE mine.account_id = hearer.id AND mine.state = 'active' AND theirs.account_id = b.starter_id
         AND (theirs.state = 'active' OR b.created_at <= theirs.ended_at)))) $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
