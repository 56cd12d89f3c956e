-- What is said about an offer is read by who has opened it; people of one owner's different councils do not meet;
-- what a leaver sealed goes with the leaver.
GRANT SELECT (item_id, reader_id) ON view_log TO parley_guard;
GRANT SELECT (thread_id) ON comment TO parley_guard;
CREATE POLICY guard_looks ON view_log FOR SELECT TO parley_guard USING (true);
CREATE POLICY guard_looks ON comment FOR SELECT TO parley_guard USING (true);
GRANT CREATE ON SCHEMA public TO parley_guard;

-- ---------------------------------------------------------------- who meets whom

-- Whose words the viewer hears, and until when they were said: who sits in a council of the viewer's, or sat there.
CREATE FUNCTION heard_people() RETURNS TABLE (id uuid, until timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT theirs.account_id, max(CASE WHEN theirs.state = 'active' THEN 'infinity'::timestamptz ELSE theirs.ended_at END)
   FROM membership mine JOIN membership theirs USING (council_id)
   WHERE mine.account_id = viewer() AND mine.state = 'active' GROUP BY theirs.account_id $$;

-- Somebody may read an item now, whoever asks. For the guard's own functions: nobody else may call it.
CREATE FUNCTION reads_item(wanted uuid, account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (
     SELECT FROM item i WHERE i.id = wanted AND (i.owner_id = account OR EXISTS (
       SELECT FROM share s
       JOIN membership o ON o.council_id = s.council_id AND o.account_id = i.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
       JOIN membership r ON r.council_id = s.council_id AND r.account_id = account AND r.state = 'active'
       JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
       WHERE s.item_id = wanted AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > clock_timestamp())
         AND (s.reader_id IS NULL OR (s.reader_id = account AND r.joined_at <= s.created_at))))) $$;

-- Everybody who can read an item now, whoever asks: for revealing. Nobody but the guard may call it.
CREATE FUNCTION item_audience(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT a.id FROM account a WHERE reads_item(wanted, a.id)
     AND a.id IN (SELECT i.owner_id FROM item i WHERE i.id = wanted
                  UNION SELECT m.account_id FROM share s JOIN membership m ON m.council_id = s.council_id WHERE s.item_id = wanted) $$;

-- The same two for a viewer: the owner learns of every reader, a reader of those at a table with them.
CREATE OR REPLACE FUNCTION account_may_read(wanted uuid, account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT may_read_item(wanted) AND (owns_item(wanted) OR sits_with(account)) AND reads_item(wanted, account) $$;
CREATE OR REPLACE FUNCTION item_readers(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT reader.id FROM item_audience(wanted) AS reader(id)
   WHERE may_read_item(wanted) AND (owns_item(wanted) OR sits_with(reader.id)) $$;

-- ---------------------------------------------------------------- conversations

-- The viewer may read what is said about an item: of an offer, once its opening is in the log.
CREATE FUNCTION may_discuss_item(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT may_read_item(wanted) AND EXISTS (
     SELECT FROM item i WHERE i.id = wanted AND (i.kind <> 'offer' OR i.owner_id = viewer()
       OR EXISTS (SELECT FROM view_log v WHERE v.item_id = wanted AND v.reader_id = viewer()))) $$;

-- Every thread that the viewer may read: all on an own item; on another's those begun by somebody whom the viewer hears.
CREATE OR REPLACE FUNCTION readable_threads() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT t.id FROM thread t JOIN item i ON i.id = t.item_id WHERE i.owner_id = viewer()
   UNION ALL
   SELECT t.id FROM thread t JOIN item i ON i.id = t.item_id JOIN heard_people() heard ON heard.id = t.starter_id
   WHERE i.owner_id <> viewer() AND t.created_at <= heard.until
     AND (i.kind <> 'offer' OR EXISTS (SELECT FROM view_log v WHERE v.item_id = i.id AND v.reader_id = viewer()))
     AND t.item_id IN (
       SELECT s.item_id FROM share s JOIN membership m ON m.council_id = s.council_id
       WHERE m.account_id = viewer() AND m.state = 'active' AND share_reaches_viewer(s)) $$;

-- Threads in which the viewer hears everybody: those on own items.
CREATE FUNCTION own_threads() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT t.id FROM thread t JOIN item i ON i.id = t.item_id WHERE i.owner_id = viewer() $$;

CREATE OR REPLACE FUNCTION may_read_thread(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM thread t WHERE t.id = wanted AND may_discuss_item(t.item_id)
     AND (owns_item(t.item_id) OR EXISTS (SELECT FROM heard_people() heard WHERE heard.id = t.starter_id AND t.created_at <= heard.until))) $$;

ALTER POLICY reader_sees ON thread USING (id IN (SELECT readable_threads()));
ALTER POLICY reader_starts ON thread WITH CHECK (starter_id = viewer() AND may_discuss_item(item_id));
ALTER POLICY reader_settles ON thread USING (may_discuss_item(item_id) AND (starter_id = viewer() OR owns_item(item_id)))
  WITH CHECK (may_discuss_item(item_id) AND (resolved_by_id IS NULL OR resolved_by_id = viewer()));
ALTER POLICY reader_sees ON comment USING (
  thread_id IN (SELECT readable_threads())
  AND (thread_id IN (SELECT own_threads())
       OR EXISTS (SELECT FROM heard_people() heard WHERE heard.id = author_id AND created_at <= heard.until)));

-- Who is told of something is somebody whom the teller may know of.
ALTER POLICY actor_tells ON notification
  WITH CHECK (actor_id = viewer() AND (sits_with(recipient_id) OR (item_id IS NOT NULL AND owns_item(item_id) AND account_may_read(item_id, recipient_id))));

-- How many there are, hidden ones included, while nobody else adds one: two statements, so that the count comes after the wait.
CREATE FUNCTION hold_threads(wanted uuid) RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT pg_advisory_xact_lock(hashtextextended('threads ' || wanted, 0));
   SELECT count(*) FROM thread t WHERE t.item_id = wanted AND may_discuss_item(wanted) $$;
CREATE FUNCTION hold_comments(wanted uuid) RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT pg_advisory_xact_lock(hashtextextended('comments ' || wanted, 0));
   SELECT count(*) FROM comment c WHERE c.thread_id = wanted AND may_read_thread(wanted) $$;

-- ---------------------------------------------------------------- what was sealed together

-- Whose sealed answer the viewer may meet: the owner's; a reader's as long as they have not left the council that they
-- were asked in (to land is not to leave, and a council that closes sends nobody away); a reader of whom the viewer may know.
CREATE FUNCTION answer_counts(wanted uuid, author uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM item i WHERE i.id = wanted AND i.owner_id = author)
     OR ((author = viewer() OR owns_item(wanted) OR knows_account(author)) AND EXISTS (
       SELECT FROM share s JOIN council c ON c.id = s.council_id JOIN membership m ON m.council_id = s.council_id AND m.account_id = author
       WHERE s.item_id = wanted AND (s.reader_id IS NULL OR s.reader_id = author)
         AND (m.state IN ('active', 'alumnus') OR (m.state = 'left' AND m.ended_at >= c.closed_at)))) $$;

ALTER POLICY blind ON read USING (author_id = viewer()
  OR (debrief_reads(debrief_id) = 'revealed' AND may_read_item(debrief_id) AND answer_counts(debrief_id, author_id)));
ALTER POLICY blind ON sealed_counter USING (author_id = viewer()
  OR (round_stands(round_id) IN ('revealed', 'closed') AND may_read_item(round_id) AND answer_counts(round_id, author_id)));

CREATE OR REPLACE FUNCTION read_seats(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT r.author_id FROM read r WHERE r.debrief_id = wanted AND may_read_item(wanted) AND answer_counts(wanted, r.author_id) ORDER BY r.author_id $$;
CREATE OR REPLACE FUNCTION round_seats(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.author_id FROM sealed_counter s WHERE s.round_id = wanted AND may_read_item(wanted) AND answer_counts(wanted, s.author_id) ORDER BY s.author_id $$;

-- Revealing asks for everybody who can read, not for those of whom the caller may know.
CREATE OR REPLACE FUNCTION reveal_when_complete(wanted uuid) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH revealed AS (
     UPDATE debrief SET reads_state = 'revealed', revealed_at = clock_timestamp()
     WHERE id = wanted AND reads_state = 'open' AND may_read_item(wanted)
       AND (SELECT count(*) FROM item_audience(wanted)) > 1
       AND NOT EXISTS (SELECT FROM item_audience(wanted) AS reader(id)
                       WHERE NOT EXISTS (SELECT FROM read r WHERE r.debrief_id = wanted AND r.author_id = reader.id))
     RETURNING id)
   SELECT EXISTS (SELECT FROM revealed) $$;
CREATE OR REPLACE FUNCTION reveal_round_when_due(wanted uuid) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH asked AS (
     SELECT reader.id,
            EXISTS (SELECT FROM sealed_counter s WHERE s.round_id = wanted AND s.author_id = reader.id AND NOT s.late) AS sealed
     FROM item_audience(wanted) AS reader(id), item i WHERE i.id = wanted AND reader.id <> i.owner_id),
   seats AS (SELECT count(*) AS everybody, count(*) FILTER (WHERE sealed) AS sealed FROM asked),
   revealed AS (
     UPDATE round r SET state = 'revealed', revealed_at = clock_timestamp()
     FROM seats
     WHERE r.id = wanted AND r.state = 'open' AND may_read_item(wanted) AND seats.everybody > 0
       AND (seats.sealed = seats.everybody OR (r.deadline_at <= clock_timestamp() AND seats.sealed >= r.quorum))
     RETURNING r.id)
   SELECT EXISTS (SELECT FROM revealed) $$;

-- What is answered and revealed together is asked at one table: no second council while another has it.
CREATE FUNCTION asked_elsewhere(wanted uuid, council uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM item i JOIN share s ON s.item_id = i.id JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
     JOIN membership o ON o.council_id = s.council_id AND o.account_id = i.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
     WHERE i.id = wanted AND i.kind IN ('round', 'debrief') AND s.council_id <> council
       AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > clock_timestamp())) $$;
ALTER POLICY owner_shares ON share WITH CHECK (owns_item(item_id) AND in_council(council_id) AND NOT asked_elsewhere(item_id, council_id)
  AND (reader_id IS NULL OR EXISTS (
    SELECT FROM membership seat WHERE seat.council_id = share.council_id AND seat.account_id = share.reader_id AND seat.state = 'active')));

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY[
    'heard_people()', 'reads_item(uuid, uuid)', 'item_audience(uuid)', 'may_discuss_item(uuid)', 'own_threads()',
    'hold_threads(uuid)', 'hold_comments(uuid)', 'answer_counts(uuid, uuid)', 'asked_elsewhere(uuid, uuid)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO parley_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    IF f NOT IN ('reads_item(uuid, uuid)', 'item_audience(uuid)') THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO parley_user', f);
    END IF;
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
