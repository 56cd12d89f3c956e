CREATE TABLE "presence" (
    "council_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("council_id", "account_id")
);
CREATE INDEX "presence_account_id_idx" ON "presence"("account_id");
ALTER TABLE "presence" ADD CONSTRAINT "presence_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "presence" ADD CONSTRAINT "presence_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE presence FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON presence TO parley_user;
GRANT UPDATE (rev, sealed) ON presence TO parley_user;
GRANT SELECT (council_id, account_id), DELETE ON presence TO parley_guard;

CREATE POLICY member_sees ON presence FOR SELECT TO parley_user USING (council_id = ANY ((SELECT reach_councils())::uuid[]));
CREATE POLICY member_says ON presence FOR INSERT TO parley_user WITH CHECK (account_id = viewer() AND in_council(council_id));
CREATE POLICY member_corrects ON presence FOR UPDATE TO parley_user
  USING (account_id = viewer() AND in_council(council_id)) WITH CHECK (account_id = viewer());
CREATE POLICY guard_ends ON presence FOR ALL TO parley_guard USING (true) WITH CHECK (true);

GRANT CREATE ON SCHEMA public TO parley_guard;
-- What a leaver asked, showed and said of themselves leaves the table with them.
CREATE OR REPLACE FUNCTION withdraw_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  UPDATE help_answer a SET withdrawn_at = moment() WHERE a.withdrawn_at IS NULL AND a.help_id IN (
    SELECT h.id FROM help_request h WHERE h.council_id = NEW.council_id AND h.asker_id = NEW.account_id);
  UPDATE help_request h SET withdrawn_at = moment()
    WHERE h.council_id = NEW.council_id AND h.asker_id = NEW.account_id AND h.withdrawn_at IS NULL;
  UPDATE commitment c SET council_id = NULL WHERE c.council_id = NEW.council_id AND c.owner_id = NEW.account_id;
  UPDATE pulse p SET council_id = NULL WHERE p.council_id = NEW.council_id AND p.account_id = NEW.account_id;
  DELETE FROM presence s WHERE s.council_id = NEW.council_id AND s.account_id = NEW.account_id;
  RETURN NULL;
END $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
