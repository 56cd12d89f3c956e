-- What is due happens when it is due, not when somebody looks: a role of its own asks every second, and reads write nothing.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_clock') THEN CREATE ROLE parley_clock NOLOGIN; END IF;
END $$;
GRANT parley_clock TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO parley_clock;

CREATE INDEX round_open_deadline ON round (deadline_at) WHERE state = 'open';

GRANT INSERT (id, recipient_id, actor_id, kind, item_id, at) ON notification TO parley_guard;
CREATE POLICY guard_tells ON notification FOR INSERT TO parley_guard WITH CHECK (kind = 'roundRevealed');

GRANT CREATE ON SCHEMA public TO parley_guard;

-- Reveals open rounds of which everybody asked has sealed, or whose deadline has come with enough sealed, and tells their
-- owner and all who are asked. `lately`: only those whose deadline has just passed; else all of them, for who has left since.
-- Nobody did it, so the owner stands as who did: a reveal is told without a name.
CREATE FUNCTION reveal_due_rounds(lately boolean) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH looked AS (
     SELECT r.id FROM round r
     WHERE r.state = 'open' AND (NOT lately OR r.deadline_at BETWEEN moment() - interval '2 minutes' AND moment())
     FOR UPDATE SKIP LOCKED),
   seats AS (
     SELECT l.id, i.owner_id, count(*) AS everybody, count(*) FILTER (WHERE EXISTS (
       SELECT FROM sealed_counter s WHERE s.round_id = l.id AND s.author_id = reader.id AND NOT s.late)) AS sealed
     FROM looked l JOIN item i ON i.id = l.id CROSS JOIN LATERAL item_audience(l.id) AS reader(id)
     WHERE reader.id <> i.owner_id GROUP BY l.id, i.owner_id),
   revealed AS (
     UPDATE round r SET state = 'revealed', revealed_at = moment() FROM seats
     WHERE r.id = seats.id AND r.state = 'open'
       AND (seats.sealed = seats.everybody OR (r.deadline_at <= moment() AND seats.sealed >= r.quorum))
     RETURNING r.id, seats.owner_id),
   told AS (
     INSERT INTO notification (id, recipient_id, actor_id, kind, item_id, at)
     SELECT gen_random_uuid(), person.id, revealed.owner_id, 'roundRevealed', revealed.id, moment()
     FROM revealed CROSS JOIN LATERAL (
       SELECT revealed.owner_id AS id UNION SELECT reader.id FROM item_audience(revealed.id) AS reader(id)) person)
   SELECT count(*)::integer FROM revealed $$;
ALTER FUNCTION reveal_due_rounds(boolean) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reveal_due_rounds(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reveal_due_rounds(boolean) TO parley_clock;

REVOKE CREATE ON SCHEMA public FROM parley_guard;
