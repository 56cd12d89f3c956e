CREATE TYPE "meeting_note_kind" AS ENUM ('note', 'plus', 'delta');
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "chair_id" UUID NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "turn_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "meeting_council_id_started_at_idx" ON "meeting"("council_id", "started_at");
-- One at a time, whoever begins it.
CREATE UNIQUE INDEX "meeting_going" ON "meeting"("council_id") WHERE "ended_at" IS NULL;
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "meeting_note" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" "meeting_note_kind" NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),

    CONSTRAINT "meeting_note_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "meeting_note_meeting_id_idx" ON "meeting_note"("meeting_id");
CREATE INDEX "meeting_note_council_id_idx" ON "meeting_note"("council_id");
ALTER TABLE "meeting_note" ADD CONSTRAINT "meeting_note_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "pulse" (
    "meeting_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "council_id" UUID,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "pulse_pkey" PRIMARY KEY ("meeting_id", "account_id")
);
CREATE INDEX "pulse_account_id_idx" ON "pulse"("account_id");
CREATE INDEX "pulse_council_id_idx" ON "pulse"("council_id");
ALTER TABLE "pulse" ADD CONSTRAINT "pulse_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "pulse" ADD CONSTRAINT "pulse_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting FORCE ROW LEVEL SECURITY;
ALTER TABLE meeting_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_note FORCE ROW LEVEL SECURITY;
ALTER TABLE pulse ENABLE ROW LEVEL SECURITY;
ALTER TABLE pulse FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON meeting, meeting_note, pulse TO parley_user;
GRANT UPDATE (chair_id, step, turn_at, ended_at) ON meeting TO parley_user;
GRANT UPDATE (rev, sealed) ON pulse TO parley_user;
GRANT SELECT (id, council_id) ON meeting TO parley_door;
GRANT SELECT (meeting_id, account_id, council_id), UPDATE (council_id) ON pulse TO parley_guard;

CREATE POLICY member_sees ON meeting FOR SELECT TO parley_user USING (council_id = ANY ((SELECT reach_councils())::uuid[]));
CREATE POLICY member_begins ON meeting FOR INSERT TO parley_user WITH CHECK (chair_id = viewer() AND in_council(council_id));
-- Who may move it is the first wall's to say: any member may take the chair.
CREATE POLICY member_moves ON meeting FOR UPDATE TO parley_user
  USING (ended_at IS NULL AND in_council(council_id)) WITH CHECK (in_council(council_id));
CREATE POLICY door_looks ON meeting FOR SELECT TO parley_door USING (true);

CREATE POLICY member_sees ON meeting_note FOR SELECT TO parley_user USING (council_id = ANY ((SELECT reach_councils())::uuid[]));
CREATE POLICY member_notes ON meeting_note FOR INSERT TO parley_user WITH CHECK (
  author_id = viewer() AND in_council(council_id) AND EXISTS (
    SELECT FROM meeting m WHERE m.id = meeting_id AND m.council_id = meeting_note.council_id AND m.ended_at IS NULL));

CREATE POLICY table_sees ON pulse FOR SELECT TO parley_user
  USING (account_id = (SELECT viewer()) OR council_id = ANY ((SELECT reach_councils())::uuid[]));
CREATE POLICY member_gives ON pulse FOR INSERT TO parley_user WITH CHECK (
  account_id = viewer() AND in_council(council_id) AND EXISTS (
    SELECT FROM meeting m WHERE m.id = meeting_id AND m.council_id = pulse.council_id AND m.ended_at IS NULL));
CREATE POLICY member_corrects ON pulse FOR UPDATE TO parley_user
  USING (account_id = viewer() AND council_id IS NOT NULL) WITH CHECK (account_id = viewer());
CREATE POLICY guard_closes ON pulse FOR ALL TO parley_guard USING (true) WITH CHECK (true);

GRANT CREATE ON SCHEMA public TO parley_guard;
-- How people came in is the table's while it sits; afterwards each one's own.
CREATE FUNCTION close_pulses() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN UPDATE pulse p SET council_id = NULL WHERE p.meeting_id = NEW.id; RETURN NULL; END $$;
CREATE TRIGGER closes AFTER UPDATE OF ended_at ON meeting FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION close_pulses();
ALTER FUNCTION close_pulses() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION close_pulses() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION close_pulses() TO CURRENT_USER;

-- What a leaver asked, showed and said of their day leaves the table with them.
CREATE OR REPLACE FUNCTION withdraw_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  UPDATE help_answer a SET withdrawn_at = moment() WHERE a.withdrawn_at IS NULL AND a.help_id IN (
    SELECT h.id FROM help_request h WHERE h.council_id = NEW.council_id AND h.asker_id = NEW.account_id);
  UPDATE help_request h SET withdrawn_at = moment()
    WHERE h.council_id = NEW.council_id AND h.asker_id = NEW.account_id AND h.withdrawn_at IS NULL;
  UPDATE commitment c SET council_id = NULL WHERE c.council_id = NEW.council_id AND c.owner_id = NEW.account_id;
  UPDATE pulse p SET council_id = NULL WHERE p.council_id = NEW.council_id AND p.account_id = NEW.account_id;
  RETURN NULL;
END $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
