-- What stood at a round's deadline stands: who leaves, or ends their account, between the deadline and the clock's next look takes
-- nothing along, so that the result is the same whenever the clock looks.
GRANT CREATE ON SCHEMA public TO parley_guard, parley_leave;

CREATE OR REPLACE FUNCTION answer_stands(wanted uuid, account uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT FROM round r JOIN share s ON s.item_id = r.id JOIN council c ON c.id = s.council_id
     JOIN membership m ON m.council_id = s.council_id AND m.account_id = account
       AND (m.state IN ('active', 'alumnus') OR (m.state = 'left' AND m.ended_at >= c.closed_at) OR m.ended_at >= r.deadline_at)
     WHERE r.id = wanted) $$;

-- Reveals those of these rounds that are due, and tells who reads them.
CREATE FUNCTION reveal_due_among(looked uuid[]) RETURNS integer LANGUAGE sql AS
$$ WITH revealed AS (
     UPDATE round r SET state = 'revealed', revealed_at = moment()
     FROM unnest(looked) AS l(id) CROSS JOIN LATERAL count_answers(l.id) t
     WHERE r.id = l.id AND r.state = 'open' AND t.given >= r.quorum AND (t.answered = t.asked OR r.deadline_at <= moment())
       AND EXISTS (SELECT FROM item_audience(r.id) AS reader(id) WHERE reader.id <> r.owner_id)
     RETURNING r.id, r.owner_id),
   told AS (
     INSERT INTO notification (id, recipient_id, actor_id, kind, item_id, at)
     SELECT gen_random_uuid(), person.id, revealed.owner_id, 'roundRevealed', revealed.id, moment()
     FROM revealed CROSS JOIN LATERAL (
       SELECT revealed.owner_id AS id UNION SELECT reader.id FROM item_audience(revealed.id) AS reader(id)) person)
   SELECT count(*)::integer FROM revealed $$;
ALTER FUNCTION reveal_due_among(uuid[]) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reveal_due_among(uuid[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION reveal_due_rounds(lately boolean) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT reveal_due_among(ARRAY(SELECT r.id FROM round r
     WHERE r.state = 'open' AND (NOT lately OR r.deadline_at BETWEEN moment() - interval '2 minutes' AND moment())
     FOR UPDATE SKIP LOCKED)) $$;

-- Before somebody goes for good: the rounds that they were asked in and whose deadline has come.
CREATE FUNCTION reveal_due_before_end(leaver uuid) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT reveal_due_among(ARRAY(SELECT r.id FROM round r
     WHERE r.state = 'open' AND r.deadline_at <= moment() AND EXISTS (SELECT FROM asked a WHERE a.round_id = r.id AND a.account_id = leaver)
     ORDER BY r.id FOR UPDATE)) $$;
ALTER FUNCTION reveal_due_before_end(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reveal_due_before_end(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reveal_due_before_end(uuid) TO parley_leave;

CREATE OR REPLACE FUNCTION end_account(leaver uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(leaver::text, 30));
  IF NOT EXISTS (SELECT FROM account WHERE id = leaver) THEN RETURN false; END IF;
  PERFORM reveal_due_before_end(leaver);
  PERFORM end_seats(leaver);
  DELETE FROM read WHERE author_id = leaver AND owner_id <> leaver;
  DELETE FROM sealed_counter WHERE author_id = leaver AND owner_id <> leaver AND NOT frozen;
  DELETE FROM rehearsal_note WHERE author_id = leaver AND owner_id <> leaver AND NOT opened;
  DELETE FROM invitation WHERE used_by_id = leaver OR address_hash = (SELECT email_hash FROM account WHERE id = leaver);
  DELETE FROM walk_away WHERE owner_id = leaver;
  DELETE FROM notification WHERE recipient_id = leaver;
  DELETE FROM event WHERE account_id = leaver;
  DELETE FROM inbox WHERE account_id = leaver;
  DELETE FROM receipt WHERE account_id = leaver;
  DELETE FROM sealing_key WHERE owner_id = leaver;
  DELETE FROM account WHERE id = leaver;
  RETURN true;
END $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard, parley_leave;
