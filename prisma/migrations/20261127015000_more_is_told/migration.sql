ALTER TYPE notification_kind ADD VALUE 'helpAsked';
ALTER TYPE notification_kind ADD VALUE 'helpAnswered';
ALTER TYPE notification_kind ADD VALUE 'charterChanged';
ALTER TYPE notification_kind ADD VALUE 'chairGiven';
ALTER TYPE notification_kind ADD VALUE 'seatEnded';
ALTER TYPE notification_kind ADD VALUE 'meetingBegun';
ALTER TYPE notification_kind ADD VALUE 'rehearsalDeclined';
ALTER TYPE notification_kind ADD VALUE 'roundNears';
ALTER TYPE notification_kind ADD VALUE 'roundStuck';
ALTER TYPE notification_kind ADD VALUE 'deadlineNears';
ALTER TYPE notification_kind ADD VALUE 'commitmentDue';

-- The help request, meeting or commitment that a notice speaks of: once that is over, it is no news.
ALTER TABLE notification ADD COLUMN about_id uuid;

-- Whoever is told by the clock is told as themselves, of what is theirs.
ALTER POLICY actor_tells ON notification
  WITH CHECK (actor_id = viewer() AND (recipient_id = viewer() OR sits_with(recipient_id) OR item_id IS NOT NULL AND owns_item(item_id)
    AND account_may_read(item_id, recipient_id)));

GRANT CREATE ON SCHEMA public TO parley_guard;
GRANT SELECT (state, due_on) ON commitment TO parley_guard;

-- For whom something may have to be said by the clock: what it is, is looked at as each of them.
CREATE FUNCTION people_with_days() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT i.owner_id FROM item i WHERE i.kind = 'offer'
   UNION SELECT c.owner_id FROM commitment c WHERE c.state = 'open'
     AND c.due_on BETWEEN (moment() - interval '3 days')::date AND (moment() + interval '1 day')::date
   UNION SELECT person.id FROM round r CROSS JOIN LATERAL (
       SELECT r.owner_id AS id UNION SELECT reader.id FROM item_audience(r.id) AS reader(id)) person
     WHERE r.state = 'open' AND r.deadline_at BETWEEN moment() - interval '3 days' AND moment() + interval '1 day' $$;
ALTER FUNCTION people_with_days() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION people_with_days() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_with_days() TO parley_clock;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
