CREATE TYPE "commitment_state" AS ENUM ('open', 'kept', 'missed');
CREATE TABLE "commitment" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "council_id" UUID,
    "due_on" DATE NOT NULL,
    "state" "commitment_state" NOT NULL DEFAULT 'open',
    "moves" INTEGER NOT NULL DEFAULT 0,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "commitment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "commitment_owner_id_idx" ON "commitment"("owner_id");
CREATE INDEX "commitment_council_id_idx" ON "commitment"("council_id");
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The owner's; and read in the one council that they show it to.
ALTER TABLE commitment ENABLE ROW LEVEL SECURITY;
ALTER TABLE commitment FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON commitment TO parley_user;
GRANT UPDATE (council_id, due_on, state, moves, rev, sealed) ON commitment TO parley_user;
GRANT SELECT (id, owner_id, council_id) ON commitment TO parley_door;
GRANT SELECT (owner_id, council_id), UPDATE (council_id) ON commitment TO parley_guard;
CREATE POLICY member_sees ON commitment FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR council_id = ANY ((SELECT reach_councils())::uuid[]));
CREATE POLICY owner_takes ON commitment FOR INSERT TO parley_user
  WITH CHECK (owner_id = viewer() AND (council_id IS NULL OR in_council(council_id)));
CREATE POLICY owner_edits ON commitment FOR UPDATE TO parley_user
  USING (owner_id = viewer()) WITH CHECK (owner_id = viewer() AND (council_id IS NULL OR in_council(council_id)));
CREATE POLICY owner_ends ON commitment FOR DELETE TO parley_user USING (owner_id = viewer());
CREATE POLICY door_looks ON commitment FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_withdraws ON commitment FOR ALL TO parley_guard USING (true) WITH CHECK (true);

GRANT CREATE ON SCHEMA public TO parley_guard;
-- What a leaver asked and showed leaves the table with them: it stays theirs, and nobody there sees it any more.
CREATE OR REPLACE FUNCTION withdraw_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  UPDATE help_answer a SET withdrawn_at = moment() WHERE a.withdrawn_at IS NULL AND a.help_id IN (
    SELECT h.id FROM help_request h WHERE h.council_id = NEW.council_id AND h.asker_id = NEW.account_id);
  UPDATE help_request h SET withdrawn_at = moment()
    WHERE h.council_id = NEW.council_id AND h.asker_id = NEW.account_id AND h.withdrawn_at IS NULL;
  UPDATE commitment c SET council_id = NULL WHERE c.council_id = NEW.council_id AND c.owner_id = NEW.account_id;
  RETURN NULL;
END $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
