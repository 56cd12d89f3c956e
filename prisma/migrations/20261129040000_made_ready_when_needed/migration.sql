-- What is asked of the database is made ready anew each time it is asked, all of it: of a policy that reads another table's rows
-- the other's policy too. So what is seldom needed stands in functions, which are made ready when they are asked.
GRANT CREATE ON SCHEMA public TO parley_guard;

-- Who is asked in no round that holds anything, and reads no debrief whose reads are open, is kept from nothing: two short looks.
CREATE OR REPLACE FUNCTION held_talks() RETURNS TABLE (item_id uuid, author_id uuid, since timestamptz, until timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp' AS
$$ #variable_conflict use_column
BEGIN
  IF NOT EXISTS (SELECT FROM asked a JOIN round r ON r.id = a.round_id
      WHERE a.account_id = viewer() AND (r.state = 'open' OR r.cancelled_at > moment() - interval '14 days'))
    AND NOT EXISTS (SELECT FROM membership seat JOIN share s ON s.council_id = seat.council_id AND s.kind = 'debrief'
      JOIN debrief d ON d.id = s.item_id AND d.reads_state = 'open' WHERE seat.account_id = viewer()) THEN
    RETURN;
  END IF;
  RETURN QUERY WITH mine AS (
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
     WHERE held.account_id <> viewer() GROUP BY held.item_id, held.account_id;
END $$;

-- The same on one item. What is said on an opportunity or on a mission is never held.
CREATE FUNCTION held_on(wanted uuid) RETURNS TABLE (author_id uuid, since timestamptz, until timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp' AS
$$ BEGIN
  IF EXISTS (SELECT FROM item i WHERE i.id = wanted AND i.kind IN ('round', 'negotiation', 'offer', 'debrief')) THEN
    RETURN QUERY SELECT h.author_id, h.since, h.until FROM held_talks() h WHERE h.item_id = wanted;
  END IF;
END $$;
ALTER FUNCTION held_on(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION held_on(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_on(uuid) TO parley_user;

CREATE OR REPLACE FUNCTION who_follows(item uuid, owner uuid, speaker uuid, about uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE AS
$$ WITH begun AS (
     SELECT t.starter_id, t.created_at FROM thread t
     WHERE t.id = about OR t.id = (SELECT c.thread_id FROM comment c WHERE c.id = about) LIMIT 1)
   SELECT hearer.id FROM who_hears(item, owner, speaker) AS hearer(id)
   WHERE hearer.id = owner OR hearer.id = speaker OR (
     (EXISTS (SELECT FROM item i WHERE i.id = item AND i.kind <> 'offer')
       OR EXISTS (SELECT FROM view_log v WHERE v.item_id = item AND v.reader_id = hearer.id))
     AND NOT EXISTS (SELECT FROM held_on(item) held WHERE held.author_id = hearer.id
       AND (held.until IS NULL OR EXISTS (SELECT FROM begun b WHERE b.starter_id = speaker AND b.created_at <= held.until)))
     AND NOT EXISTS (SELECT FROM begun b WHERE b.starter_id NOT IN (hearer.id, owner) AND NOT EXISTS (
       SELECT FROM membership mine JOIN membership theirs USING (council_id)
       WHERE mine.account_id = hearer.id AND mine.state = 'active' AND theirs.account_id = b.starter_id
         AND (theirs.state = 'active' OR b.created_at <= theirs.ended_at)))) $$;

-- An owner knows all of their readers; a reader the ones they sit with.
CREATE OR REPLACE FUNCTION item_readers(wanted uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp' AS
$$ BEGIN
  IF (SELECT i.owner_id FROM item i WHERE i.id = wanted) = viewer() THEN
    RETURN QUERY SELECT reader.id FROM item_audience(wanted) AS reader(id);
  ELSIF EXISTS (SELECT FROM ways_to_read(wanted, viewer())) THEN
    RETURN QUERY SELECT reader.id FROM item_audience(wanted) AS reader(id) WHERE reader.id IN (
      SELECT theirs.account_id FROM membership mine
      JOIN council c ON c.id = mine.council_id AND c.closed_at IS NULL
      JOIN membership theirs ON theirs.council_id = mine.council_id AND theirs.state = 'active'
      WHERE mine.account_id = viewer() AND mine.state = 'active');
  END IF;
END $$;

-- Nothing was found yet in most transactions that forget.
CREATE OR REPLACE FUNCTION forget_reach() RETURNS void LANGUAGE plpgsql AS
$$ DECLARE place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
BEGIN
  IF coalesce(current_setting(place || 'councils', true), '') || coalesce(current_setting(place || 'shares', true), '') = '' THEN
    RETURN;
  END IF;
  PERFORM set_config(place || name, '', true) FROM unnest(ARRAY[
    'councils', 'chairs', 'people', 'heard', 'keys', 'shares', 'items', 'roots', 'talks',
    'opportunities', 'missions', 'offers', 'negotiations', 'debriefs', 'rounds']) AS known(name);
END $$;

-- Whose comment it is, of what, and when; nothing of what it says.
GRANT SELECT (author_id, item_id, created_at, edited_at) ON comment TO parley_guard;
-- The conversations whose beginning is held from the viewer and in which its item's owner has said something that is not.
CREATE FUNCTION answered_talks() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp' AS
$$ BEGIN
  RETURN (SELECT coalesce(array_agg(DISTINCT t.id), '{}')
    FROM held_talks() begun JOIN thread t ON t.item_id = begun.item_id AND t.starter_id = begun.author_id
    JOIN comment c ON c.thread_id = t.id AND c.author_id = t.owner_id
    WHERE t.item_id = ANY ((SELECT reach_talks())::uuid[])
      AND (c.author_id = ANY ((SELECT reach_heard())::uuid[])
        OR EXISTS (SELECT FROM heard_before() heard WHERE heard.id = c.author_id AND c.created_at <= heard.until))
      AND NOT EXISTS (SELECT FROM held_talks() held WHERE held.item_id = c.item_id AND held.author_id = c.author_id
        AND (c.created_at >= held.since OR c.edited_at >= held.since) AND (held.until IS NULL OR c.created_at <= held.until)));
END $$;
ALTER FUNCTION answered_talks() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION answered_talks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION answered_talks() TO parley_user;

ALTER POLICY reader_sees ON thread USING (owner_id = (SELECT viewer())
  OR (item_id = ANY ((SELECT reach_talks())::uuid[])
    AND (starter_id = ANY ((SELECT reach_heard())::uuid[])
      OR EXISTS (SELECT FROM heard_before() heard WHERE heard.id = thread.starter_id AND thread.created_at <= heard.until))
    AND (NOT EXISTS (SELECT FROM held_talks() held WHERE held.item_id = thread.item_id AND held.author_id = thread.starter_id
        AND thread.created_at >= held.since AND (held.until IS NULL OR thread.created_at <= held.until))
      OR id = ANY ((SELECT answered_talks())::uuid[]))));
REVOKE CREATE ON SCHEMA public FROM parley_guard;
