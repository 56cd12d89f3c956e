CREATE TABLE "help_request" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "asker_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),
    "settled_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "help_request_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "help_request_council_id_idx" ON "help_request"("council_id");
CREATE INDEX "help_request_asker_id_idx" ON "help_request"("asker_id");
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_asker_id_fkey" FOREIGN KEY ("asker_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "help_answer" (
    "id" UUID NOT NULL,
    "help_id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "help_answer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "help_answer_help_id_idx" ON "help_answer"("help_id");
CREATE INDEX "help_answer_council_id_idx" ON "help_answer"("council_id");
ALTER TABLE "help_answer" ADD CONSTRAINT "help_answer_help_id_fkey" FOREIGN KEY ("help_id") REFERENCES "help_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE help_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE help_request FORCE ROW LEVEL SECURITY;
ALTER TABLE help_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE help_answer FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON help_request, help_answer TO parley_user;
GRANT UPDATE (rev, sealed, settled_at) ON help_request TO parley_user;
GRANT SELECT (id, council_id) ON help_request TO parley_door;
GRANT SELECT (council_id, asker_id, withdrawn_at), UPDATE (withdrawn_at) ON help_request TO parley_guard;
GRANT SELECT (help_id, withdrawn_at), UPDATE (withdrawn_at) ON help_answer TO parley_guard;
GRANT SELECT (id) ON help_request TO parley_guard;

CREATE POLICY member_sees ON help_request FOR SELECT TO parley_user
  USING (asker_id = (SELECT viewer()) OR (withdrawn_at IS NULL AND council_id = ANY ((SELECT reach_councils())::uuid[])));
CREATE POLICY member_asks ON help_request FOR INSERT TO parley_user WITH CHECK (asker_id = viewer() AND in_council(council_id));
CREATE POLICY asker_edits ON help_request FOR UPDATE TO parley_user
  USING (asker_id = viewer() AND in_council(council_id)) WITH CHECK (asker_id = viewer());
CREATE POLICY asker_ends ON help_request FOR DELETE TO parley_user USING (asker_id = viewer());
CREATE POLICY door_looks ON help_request FOR SELECT TO parley_door USING (true);
CREATE POLICY guard_withdraws ON help_request FOR ALL TO parley_guard USING (true) WITH CHECK (true);

CREATE POLICY member_sees ON help_answer FOR SELECT TO parley_user
  USING (withdrawn_at IS NULL AND council_id = ANY ((SELECT reach_councils())::uuid[]));
CREATE POLICY member_answers ON help_answer FOR INSERT TO parley_user WITH CHECK (
  author_id = viewer() AND in_council(council_id) AND EXISTS (
    SELECT FROM help_request h WHERE h.id = help_id AND h.council_id = help_answer.council_id
      AND h.settled_at IS NULL AND h.withdrawn_at IS NULL));
CREATE POLICY author_ends ON help_answer FOR DELETE TO parley_user USING (author_id = viewer() AND in_council(council_id));
CREATE POLICY guard_withdraws ON help_answer FOR ALL TO parley_guard USING (true) WITH CHECK (true);

GRANT CREATE ON SCHEMA public TO parley_guard;
-- What a leaver asked leaves the table with them: it stays theirs, and nobody there sees it any more.
CREATE FUNCTION withdraw_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  UPDATE help_answer a SET withdrawn_at = moment() WHERE a.withdrawn_at IS NULL AND a.help_id IN (
    SELECT h.id FROM help_request h WHERE h.council_id = NEW.council_id AND h.asker_id = NEW.account_id);
  UPDATE help_request h SET withdrawn_at = moment()
    WHERE h.council_id = NEW.council_id AND h.asker_id = NEW.account_id AND h.withdrawn_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER withdraws AFTER UPDATE OF state ON membership FOR EACH ROW
  WHEN (OLD.state = 'active' AND NEW.state <> 'active') EXECUTE FUNCTION withdraw_words();
ALTER FUNCTION withdraw_words() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION withdraw_words() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION withdraw_words() TO CURRENT_USER;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
