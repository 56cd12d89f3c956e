-- One clock. Every stamp and every comparison of times asks moment(), in policies, in functions, in defaults and in the code.
-- It stands still within a statement, so that all rows of one are judged at one time, and goes on between the statements of
-- a transaction, so that who waited for a lock judges by the time after the wait. Whole milliseconds: what a program reads
-- is what a column keeps. No setting moves it; a test replaces the function.
CREATE FUNCTION moment() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT date_trunc('milliseconds', statement_timestamp()) $$;

-- ---------------------------------------------------------------- functions that compare times or stamp

CREATE OR REPLACE FUNCTION share_reaches_viewer(s share) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > moment())
      AND (s.reader_id IS NULL OR s.reader_id = viewer())
      AND EXISTS (SELECT FROM membership reader
                  JOIN membership owner ON owner.council_id = s.council_id AND owner.state = 'active' AND owner.joined_at <= s.created_at
                  JOIN item i ON i.id = s.item_id AND i.owner_id = owner.account_id
                  JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
                  WHERE reader.council_id = s.council_id AND reader.account_id = viewer() AND reader.state = 'active'
                    AND (s.reader_id IS NULL OR reader.joined_at <= s.created_at)) $$;

CREATE OR REPLACE FUNCTION reads_item(wanted uuid, account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (
     SELECT FROM item i WHERE i.id = wanted AND (i.owner_id = account OR EXISTS (
       SELECT FROM share s
       JOIN membership o ON o.council_id = s.council_id AND o.account_id = i.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
       JOIN membership r ON r.council_id = s.council_id AND r.account_id = account AND r.state = 'active'
       JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
       WHERE s.item_id = wanted AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > moment())
         AND (s.reader_id IS NULL OR (s.reader_id = account AND r.joined_at <= s.created_at))))) $$;

CREATE OR REPLACE FUNCTION asked_elsewhere(wanted uuid, council uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM item i JOIN share s ON s.item_id = i.id JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
     JOIN membership o ON o.council_id = s.council_id AND o.account_id = i.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
     WHERE i.id = wanted AND i.kind IN ('round', 'debrief') AND s.council_id <> council
       AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > moment())) $$;

CREATE OR REPLACE FUNCTION reveal_when_complete(wanted uuid) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH revealed AS (
     UPDATE debrief SET reads_state = 'revealed', revealed_at = moment()
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
     UPDATE round r SET state = 'revealed', revealed_at = moment()
     FROM seats
     WHERE r.id = wanted AND r.state = 'open' AND may_read_item(wanted) AND seats.everybody > 0
       AND (seats.sealed = seats.everybody OR (r.deadline_at <= moment() AND seats.sealed >= r.quorum))
     RETURNING r.id)
   SELECT EXISTS (SELECT FROM revealed) $$;

-- ---------------------------------------------------------------- policies

ALTER POLICY identity_finds_old ON receipt USING (created_at < moment() - interval '2 days');
ALTER POLICY identity_sweeps ON receipt USING (created_at < moment() - interval '2 days');

-- ---------------------------------------------------------------- defaults

ALTER TABLE "council" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "charter" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "membership" ALTER COLUMN "joined_at" SET DEFAULT moment();
ALTER TABLE "checklist" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "debrief" ALTER COLUMN "updated_at" SET DEFAULT moment();
ALTER TABLE "account" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "password" ALTER COLUMN "changed_at" SET DEFAULT moment();
ALTER TABLE "session" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "session" ALTER COLUMN "seen_at" SET DEFAULT moment();
ALTER TABLE "sealing_key" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "receipt" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "invitation" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "mission" ALTER COLUMN "updated_at" SET DEFAULT moment();
ALTER TABLE "negotiation" ALTER COLUMN "updated_at" SET DEFAULT moment();
ALTER TABLE "move" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "evidence" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "tick" ALTER COLUMN "at" SET DEFAULT moment();
ALTER TABLE "notification" ALTER COLUMN "at" SET DEFAULT moment();
ALTER TABLE "offer" ALTER COLUMN "updated_at" SET DEFAULT moment();
ALTER TABLE "offer_version" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "opportunity" ALTER COLUMN "updated_at" SET DEFAULT moment();
ALTER TABLE "stage_change" ALTER COLUMN "at" SET DEFAULT moment();
ALTER TABLE "round" ALTER COLUMN "updated_at" SET DEFAULT moment();
ALTER TABLE "item" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "share" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "view_log" ALTER COLUMN "at" SET DEFAULT moment();
ALTER TABLE "thread" ALTER COLUMN "created_at" SET DEFAULT moment();
ALTER TABLE "comment" ALTER COLUMN "created_at" SET DEFAULT moment();
