CREATE TYPE "rehearsal_state" AS ENUM ('asked', 'ready', 'live', 'reflecting', 'opened', 'declined');
CREATE TYPE "rehearsal_note_kind" AS ENUM ('brief', 'answer');

CREATE TABLE "rehearsal" (
    "id" UUID NOT NULL,
    "negotiation_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "peer_id" UUID,
    "state" "rehearsal_state" NOT NULL DEFAULT 'asked',
    "step" INTEGER NOT NULL DEFAULT 0,
    "step_at" TIMESTAMPTZ(3),
    "silent_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),

    CONSTRAINT "rehearsal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "rehearsal_negotiation_id_idx" ON "rehearsal"("negotiation_id");
CREATE INDEX "rehearsal_peer_id_idx" ON "rehearsal"("peer_id");
ALTER TABLE "rehearsal" ADD CONSTRAINT "rehearsal_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "rehearsal_note" (
    "rehearsal_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" "rehearsal_note_kind" NOT NULL,
    "negotiation_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "peer_id" UUID,
    "opened" BOOLEAN NOT NULL DEFAULT false,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "rehearsal_note_pkey" PRIMARY KEY ("rehearsal_id","author_id","kind")
);
CREATE INDEX "rehearsal_note_negotiation_id_idx" ON "rehearsal_note"("negotiation_id");
ALTER TABLE "rehearsal_note" ADD CONSTRAINT "rehearsal_note_rehearsal_id_fkey" FOREIGN KEY ("rehearsal_id") REFERENCES "rehearsal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "rehearsal_line" (
    "id" UUID NOT NULL,
    "rehearsal_id" UUID NOT NULL,
    "negotiation_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "peer_id" UUID,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "rehearsal_line_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "rehearsal_line_rehearsal_id_at_idx" ON "rehearsal_line"("rehearsal_id", "at");
CREATE INDEX "rehearsal_line_negotiation_id_idx" ON "rehearsal_line"("negotiation_id");
ALTER TABLE "rehearsal_line" ADD CONSTRAINT "rehearsal_line_rehearsal_id_fkey" FOREIGN KEY ("rehearsal_id") REFERENCES "rehearsal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE rehearsal ENABLE ROW LEVEL SECURITY;
ALTER TABLE rehearsal FORCE ROW LEVEL SECURITY;
ALTER TABLE rehearsal_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE rehearsal_note FORCE ROW LEVEL SECURITY;
ALTER TABLE rehearsal_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE rehearsal_line FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON rehearsal TO parley_user;
GRANT UPDATE (state, step, step_at, silent_at, started_at, ended_at) ON rehearsal TO parley_user;
GRANT SELECT, INSERT ON rehearsal_note, rehearsal_line TO parley_user;
GRANT UPDATE (rev, sealed) ON rehearsal_note TO parley_user;
GRANT SELECT (id, negotiation_id, owner_id, peer_id) ON rehearsal TO parley_door;
GRANT SELECT ON rehearsal TO parley_guard;
GRANT SELECT (rehearsal_id, author_id, kind, negotiation_id, owner_id, peer_id), UPDATE (opened) ON rehearsal_note TO parley_guard;
CREATE TRIGGER owned BEFORE INSERT ON rehearsal FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();
CREATE TRIGGER owned BEFORE INSERT ON rehearsal_note FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();
CREATE TRIGGER owned BEFORE INSERT ON rehearsal_line FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();

-- The candidate, and who plays the employer for as long as the negotiation reaches them. Nobody else who reads it.
CREATE POLICY pair_sees ON rehearsal FOR SELECT TO parley_user USING (
  owner_id = (SELECT viewer())
  OR (peer_id = (SELECT viewer()) AND negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])));
CREATE POLICY owner_asks ON rehearsal FOR INSERT TO parley_user WITH CHECK (
  owner_id = (SELECT viewer())
  AND (peer_id IS NULL OR (peer_id <> viewer() AND account_may_read(negotiation_id, peer_id))));
CREATE POLICY pair_plays ON rehearsal FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer())
    OR (peer_id = (SELECT viewer()) AND negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])))
  WITH CHECK (owner_id = (SELECT viewer()) OR peer_id = (SELECT viewer()));
CREATE POLICY owner_ends ON rehearsal FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY door_looks ON rehearsal FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_looks ON rehearsal FOR SELECT TO parley_guard USING (true);

-- Blind: what somebody wrote for the end is theirs until it lies open.
CREATE POLICY blind ON rehearsal_note FOR SELECT TO parley_user USING (
  (opened OR author_id = (SELECT viewer())) AND (owner_id = (SELECT viewer())
    OR (peer_id = (SELECT viewer()) AND negotiation_id = ANY ((SELECT reach_negotiations())::uuid[]))));
CREATE POLICY author_writes ON rehearsal_note FOR INSERT TO parley_user WITH CHECK (
  author_id = viewer() AND NOT opened AND EXISTS (
    SELECT FROM rehearsal r WHERE r.id = rehearsal_id AND r.negotiation_id = rehearsal_note.negotiation_id
      AND r.peer_id IS NOT DISTINCT FROM rehearsal_note.peer_id
      AND (kind = 'brief' AND r.peer_id = viewer() AND r.state IN ('asked', 'ready') OR kind = 'answer' AND r.state = 'reflecting')));
CREATE POLICY author_replaces ON rehearsal_note FOR UPDATE TO parley_user
  USING (author_id = viewer() AND NOT opened AND EXISTS (
    SELECT FROM rehearsal r WHERE r.id = rehearsal_id
      AND (kind = 'brief' AND r.state IN ('asked', 'ready') OR kind = 'answer' AND r.state = 'reflecting')))
  WITH CHECK (author_id = viewer() AND NOT opened);
CREATE POLICY guard_opens ON rehearsal_note FOR ALL TO parley_guard USING (true) WITH CHECK (true);

CREATE POLICY pair_sees ON rehearsal_line FOR SELECT TO parley_user USING (
  owner_id = (SELECT viewer())
  OR (peer_id = (SELECT viewer()) AND negotiation_id = ANY ((SELECT reach_negotiations())::uuid[])));
CREATE POLICY pair_logs ON rehearsal_line FOR INSERT TO parley_user WITH CHECK (
  author_id = viewer() AND EXISTS (
    SELECT FROM rehearsal r WHERE r.id = rehearsal_id AND r.negotiation_id = rehearsal_line.negotiation_id
      AND r.peer_id IS NOT DISTINCT FROM rehearsal_line.peer_id AND r.state = 'live'));

GRANT CREATE ON SCHEMA public TO parley_guard;
-- When it is opened, what the two wrote lies open; of who can no longer read the negotiation nothing does.
CREATE FUNCTION open_notes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  UPDATE rehearsal_note n SET opened = true WHERE n.rehearsal_id = NEW.id AND reads_item(NEW.negotiation_id, n.author_id);
  RETURN NULL;
END $$;
CREATE TRIGGER opens AFTER UPDATE OF state ON rehearsal FOR EACH ROW
  WHEN (OLD.state = 'reflecting' AND NEW.state = 'opened') EXECUTE FUNCTION open_notes();
ALTER FUNCTION open_notes() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION open_notes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_notes() TO CURRENT_USER;

-- Who has answered, and nothing of what: for the two who are in it.
CREATE FUNCTION rehearsal_answered(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT n.author_id FROM rehearsal_note n WHERE n.rehearsal_id = wanted AND n.kind = 'answer'
    AND (n.owner_id = viewer() OR n.peer_id = viewer() AND may_read_item(n.negotiation_id)) ORDER BY 1 $$;
ALTER FUNCTION rehearsal_answered(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION rehearsal_answered(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rehearsal_answered(uuid) TO parley_user;

-- A rehearsal goes its way and no other: what was hidden cannot be opened by leaving a step out.
CREATE FUNCTION rehearsal_goes_on() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  IF (OLD.state, NEW.state) NOT IN (('asked', 'ready'), ('asked', 'declined'), ('ready', 'declined'), ('ready', 'live'),
    ('live', 'reflecting'), ('reflecting', 'opened')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'A rehearsal goes from step to step.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER goes_on BEFORE UPDATE OF state ON rehearsal FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION rehearsal_goes_on();
ALTER FUNCTION rehearsal_goes_on() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION rehearsal_goes_on() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rehearsal_goes_on() TO CURRENT_USER;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
