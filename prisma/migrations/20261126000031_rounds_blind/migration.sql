-- Nothing that one of those asked writes reaches another of them before the reveal, no round is revealed below its quorum
-- by itself, and what was revealed stays as it was.
GRANT CREATE ON SCHEMA public TO parley_guard;

DROP POLICY guard_tells ON notification;
CREATE POLICY guard_tells ON notification FOR INSERT TO parley_guard WITH CHECK (kind IN ('roundRevealed', 'roundReminder'));

-- Who is asked is noted when a round opens, when an open one is shared, and when somebody joins; nothing takes it away.
CREATE FUNCTION note_asked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  CASE TG_TABLE_NAME
    WHEN 'round' THEN
      INSERT INTO asked SELECT NEW.id, reader.id FROM item_audience(NEW.id) AS reader(id) WHERE reader.id <> NEW.owner_id
      ON CONFLICT DO NOTHING;
    WHEN 'share' THEN
      INSERT INTO asked SELECT r.id, reader.id FROM round r CROSS JOIN LATERAL item_audience(r.id) AS reader(id)
      WHERE r.id = NEW.item_id AND r.state = 'open' AND reader.id <> r.owner_id
      ON CONFLICT DO NOTHING;
    ELSE
      INSERT INTO asked SELECT r.id, NEW.account_id FROM share s JOIN round r ON r.id = s.item_id AND r.state = 'open'
      WHERE s.council_id = NEW.council_id AND NEW.account_id <> r.owner_id
        AND NEW.account_id IN (SELECT reader.id FROM item_audience(r.id) AS reader(id))
      ON CONFLICT DO NOTHING;
  END CASE;
  RETURN NULL;
END $$;
ALTER FUNCTION note_asked() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION note_asked() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_asked() TO CURRENT_USER;
CREATE TRIGGER asked_when_opened AFTER UPDATE OF state ON round FOR EACH ROW
  WHEN (NEW.state = 'open' AND OLD.state <> 'open') EXECUTE FUNCTION note_asked();
CREATE TRIGGER asked_when_shared AFTER INSERT OR UPDATE ON share FOR EACH ROW
  WHEN (NEW.kind = 'round') EXECUTE FUNCTION note_asked();
CREATE TRIGGER asked_when_joined AFTER INSERT OR UPDATE OF state ON membership FOR EACH ROW
  WHEN (NEW.state = 'active') EXECUTE FUNCTION note_asked();

-- Whether what somebody answered still counts: they sit there, landed, or sat there until the council closed.
CREATE FUNCTION answer_stands(wanted uuid, account uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT FROM share s JOIN council c ON c.id = s.council_id
     JOIN membership m ON m.council_id = s.council_id AND m.account_id = account
       AND (m.state IN ('active', 'alumnus') OR (m.state = 'left' AND m.ended_at >= c.closed_at))
     WHERE s.item_id = wanted) $$;
ALTER FUNCTION answer_stands(uuid, uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION answer_stands(uuid, uuid) FROM PUBLIC;

-- How many were asked, have answered, and gave a package. Numbers alone, so that no name has a time.
CREATE FUNCTION count_answers(wanted uuid) RETURNS TABLE (asked integer, answered integer, given integer) LANGUAGE sql STABLE AS
$$ SELECT count(*)::integer, count(s.author_id)::integer, (count(s.author_id) FILTER (WHERE NOT s.abstained))::integer
   FROM asked a LEFT JOIN sealed_counter s ON s.round_id = a.round_id AND s.author_id = a.account_id AND NOT s.late
     AND answer_stands(wanted, a.account_id)
   WHERE a.round_id = wanted $$;
ALTER FUNCTION count_answers(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION count_answers(uuid) FROM PUBLIC;

CREATE FUNCTION round_tally(wanted uuid) RETURNS TABLE (asked integer, answered integer, given integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT t.* FROM count_answers(wanted) t WHERE EXISTS (SELECT FROM ways_to_read(wanted, viewer())) $$;
ALTER FUNCTION round_tally(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION round_tally(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION round_tally(uuid) TO parley_user;

-- Seats change all together, at noon and midnight of UTC. A replacement moves nothing.
CREATE FUNCTION seat_turns() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  NEW.frozen := false;
  NEW.shown_at := CASE WHEN round_stands(NEW.round_id) = 'draft' THEN moment()
    ELSE to_timestamp((floor(extract(epoch FROM moment()) / 43200) + 1) * 43200) END;
  RETURN NEW;
END $$;
ALTER FUNCTION seat_turns() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION seat_turns() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seat_turns() TO CURRENT_USER;
CREATE TRIGGER seat_turns BEFORE INSERT ON sealed_counter FOR EACH ROW EXECUTE FUNCTION seat_turns();

-- One row for each person asked: who is still there by id, and whether their seat shows an answer; who is gone without an id.
CREATE FUNCTION asked_seats(wanted uuid) RETURNS TABLE (account_id uuid, sealed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT reader.id, reader.id IS NOT NULL AND EXISTS (SELECT FROM sealed_counter s
     WHERE s.round_id = wanted AND s.author_id = a.account_id AND NOT s.late
       AND (s.shown_at <= moment() OR s.author_id = viewer()))
   FROM asked a LEFT JOIN item_readers(wanted) AS reader(id) ON reader.id = a.account_id
   WHERE a.round_id = wanted AND EXISTS (SELECT FROM ways_to_read(wanted, viewer()))
   ORDER BY reader.id $$;
ALTER FUNCTION asked_seats(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION asked_seats(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION asked_seats(uuid) TO parley_user;

-- Whose seal the viewer may know: their own and, at its moment, the owner's while the round is open; afterwards of all who
-- are still there, whose names stand.
CREATE OR REPLACE FUNCTION round_seats(wanted uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.author_id FROM sealed_counter s JOIN round r ON r.id = s.round_id
   WHERE s.round_id = wanted AND EXISTS (SELECT FROM ways_to_read(wanted, viewer()))
     AND (s.author_id = viewer() OR CASE WHEN r.state IN ('revealed', 'closed')
       THEN s.author_id IN (SELECT author FROM answerers(wanted, r.owner_id) AS author)
       ELSE s.author_id = r.owner_id AND s.shown_at <= moment() END)
   ORDER BY s.author_id $$;

CREATE OR REPLACE FUNCTION revealed_counters() RETURNS TABLE (round_id uuid, author_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.round_id, s.author_id FROM round r JOIN sealed_counter s ON s.round_id = r.id AND (s.frozen OR s.late)
   WHERE (r.owner_id = viewer() OR r.id = ANY ((SELECT reach_rounds())::uuid[])) AND r.state IN ('revealed', 'closed') $$;

-- At the reveal it is settled what was revealed: nobody who leaves or comes back later moves a figure of it.
CREATE FUNCTION freeze_counters() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  UPDATE sealed_counter s SET frozen = true
  WHERE s.round_id = NEW.id AND NOT s.late AND (s.author_id = NEW.owner_id OR answer_stands(NEW.id, s.author_id));
  RETURN NULL;
END $$;
ALTER FUNCTION freeze_counters() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION freeze_counters() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION freeze_counters() TO CURRENT_USER;
CREATE TRIGGER frozen AFTER UPDATE OF state ON round FOR EACH ROW
  WHEN (NEW.state = 'revealed' AND OLD.state = 'open') EXECUTE FUNCTION freeze_counters();

CREATE OR REPLACE FUNCTION reveal_round_when_due(wanted uuid) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH revealed AS (
     UPDATE round r SET state = 'revealed', revealed_at = moment()
     FROM count_answers(wanted) t
     WHERE r.id = wanted AND r.state = 'open' AND may_read_item(wanted)
       AND t.given >= r.quorum AND (t.answered = t.asked OR r.deadline_at <= moment())
     RETURNING r.id)
   SELECT EXISTS (SELECT FROM revealed) $$;

CREATE OR REPLACE FUNCTION reveal_due_rounds(lately boolean) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH looked AS (
     SELECT r.id, t.* FROM (SELECT r.id FROM round r
       WHERE r.state = 'open' AND (NOT lately OR r.deadline_at BETWEEN moment() - interval '2 minutes' AND moment())
       FOR UPDATE SKIP LOCKED) r CROSS JOIN LATERAL count_answers(r.id) t),
   revealed AS (
     UPDATE round r SET state = 'revealed', revealed_at = moment() FROM looked l
     WHERE r.id = l.id AND r.state = 'open' AND l.given >= r.quorum AND (l.answered = l.asked OR r.deadline_at <= moment())
     RETURNING r.id, r.owner_id),
   told AS (
     INSERT INTO notification (id, recipient_id, actor_id, kind, item_id, at)
     SELECT gen_random_uuid(), person.id, revealed.owner_id, 'roundRevealed', revealed.id, moment()
     FROM revealed CROSS JOIN LATERAL (
       SELECT revealed.owner_id AS id UNION SELECT reader.id FROM item_audience(revealed.id) AS reader(id)) person)
   SELECT count(*)::integer FROM revealed $$;

-- The owner's one reminder: the database knows who has not answered, and tells nobody, the owner included.
CREATE FUNCTION remind_round(wanted uuid) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH reminded AS (
     UPDATE round r SET reminded_at = moment()
     WHERE r.id = wanted AND r.state = 'open' AND r.reminded_at IS NULL AND r.owner_id = viewer()
     RETURNING r.id, r.owner_id),
   told AS (
     INSERT INTO notification (id, recipient_id, actor_id, kind, item_id, at)
     SELECT gen_random_uuid(), reader.id, d.owner_id, 'roundReminder', d.id, moment()
     FROM reminded d CROSS JOIN LATERAL item_audience(d.id) AS reader(id)
     WHERE reader.id <> d.owner_id
       AND NOT EXISTS (SELECT FROM sealed_counter s WHERE s.round_id = d.id AND s.author_id = reader.id))
   SELECT EXISTS (SELECT FROM reminded) $$;
ALTER FUNCTION remind_round(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION remind_round(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remind_round(uuid) TO parley_user;

-- What is held from the viewer: of whom, on which item, since when. Of the others who are asked in an open round, everything
-- on the round, its negotiation and its offer; what its owner says reaches everybody.
CREATE FUNCTION held_talks() RETURNS TABLE (item_id uuid, author_id uuid, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT thing.id, other.account_id, r.opened_at
   FROM asked mine JOIN round r ON r.id = mine.round_id AND r.state = 'open' JOIN negotiation n ON n.id = r.negotiation_id
   JOIN asked other ON other.round_id = r.id AND other.account_id <> mine.account_id
   CROSS JOIN LATERAL (VALUES (r.id), (n.id), (n.offer_id)) AS thing(id)
   WHERE mine.account_id = viewer() $$;
ALTER FUNCTION held_talks() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION held_talks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_talks() TO parley_user;

DROP POLICY reader_sees ON comment;
CREATE POLICY reader_sees ON comment FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (item_id = ANY ((SELECT reach_talks())::uuid[])
    AND (starter_id = ANY ((SELECT reach_heard())::uuid[]) OR EXISTS (
      SELECT FROM heard_before() heard(id, until) WHERE heard.id = comment.starter_id AND comment.begun_at <= heard.until))
    AND (author_id = ANY ((SELECT reach_heard())::uuid[]) OR EXISTS (
      SELECT FROM heard_before() heard(id, until) WHERE heard.id = comment.author_id AND comment.created_at <= heard.until))
    AND NOT EXISTS (SELECT FROM held_talks() held(item_id, author_id, since) WHERE held.item_id = comment.item_id
      AND held.author_id = comment.author_id AND (comment.created_at >= held.since OR comment.edited_at >= held.since))));

-- A conversation that was begun meanwhile is there once its owner has answered in it: that is for everybody.
DROP POLICY reader_sees ON thread;
CREATE POLICY reader_sees ON thread FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR (item_id = ANY ((SELECT reach_talks())::uuid[])
    AND (starter_id = ANY ((SELECT reach_heard())::uuid[]) OR EXISTS (
      SELECT FROM heard_before() heard(id, until) WHERE heard.id = thread.starter_id AND thread.created_at <= heard.until))
    AND (NOT EXISTS (SELECT FROM held_talks() held(item_id, author_id, since) WHERE held.item_id = thread.item_id
      AND held.author_id = thread.starter_id AND thread.created_at >= held.since)
      OR EXISTS (SELECT FROM comment c WHERE c.thread_id = thread.id AND c.author_id = thread.owner_id))));

DROP POLICY recipient_sees ON notification;
CREATE POLICY recipient_sees ON notification FOR SELECT TO parley_user
  USING (recipient_id = (SELECT viewer()) AND (thread_id IS NULL OR NOT EXISTS (
    SELECT FROM held_talks() held(item_id, author_id, since) WHERE held.item_id = notification.item_id
      AND held.author_id = notification.actor_id AND notification.at >= held.since)));

REVOKE CREATE ON SCHEMA public FROM parley_guard;
