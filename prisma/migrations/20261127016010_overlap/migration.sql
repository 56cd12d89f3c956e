CREATE TABLE "overlap" (
    "council_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "marks" TEXT[],
    "looked_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "overlap_pkey" PRIMARY KEY ("council_id", "account_id")
);
CREATE INDEX "overlap_account_id_idx" ON "overlap"("account_id");
ALTER TABLE "overlap" ADD CONSTRAINT "overlap_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "overlap" ADD CONSTRAINT "overlap_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE overlap ENABLE ROW LEVEL SECURITY;
ALTER TABLE overlap FORCE ROW LEVEL SECURITY;
GRANT SELECT ON overlap TO parley_user;
GRANT INSERT (council_id, account_id, marks, looked_at), UPDATE (marks, looked_at) ON overlap TO parley_user;
GRANT SELECT, DELETE, UPDATE (told_at) ON overlap TO parley_guard;

-- A look is seen by nobody else, the moderator included: not that somebody looked, not for what.
CREATE POLICY own_sees ON overlap FOR SELECT TO parley_user USING (account_id = (SELECT viewer()));
CREATE POLICY own_looks ON overlap FOR INSERT TO parley_user WITH CHECK (account_id = viewer() AND in_council(council_id));
CREATE POLICY own_changes ON overlap FOR UPDATE TO parley_user
  USING (account_id = viewer() AND in_council(council_id)) WITH CHECK (account_id = viewer());
CREATE POLICY guard_tells ON overlap FOR ALL TO parley_guard USING (true) WITH CHECK (true);

GRANT CREATE ON SCHEMA public TO parley_guard;
-- Two who look for the same are told in the same moment, each once in thirty days: what is tried meanwhile tells nothing new.
CREATE FUNCTION tell_overlap() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE others uuid[]; BEGIN
  SELECT array_agg(o.account_id) INTO others FROM overlap o
    JOIN membership m ON m.council_id = o.council_id AND m.account_id = o.account_id AND m.state = 'active'
    WHERE o.council_id = NEW.council_id AND o.account_id <> NEW.account_id
      AND o.marks && NEW.marks AND o.looked_at > moment() - interval '60 days';
  IF others IS NULL THEN RETURN NULL; END IF;
  UPDATE overlap o SET told_at = moment() WHERE o.council_id = NEW.council_id AND o.account_id = ANY (others || NEW.account_id)
    AND (o.told_at IS NULL OR o.told_at < moment() - interval '30 days');
  RETURN NULL;
END $$;
CREATE TRIGGER tells AFTER INSERT OR UPDATE OF marks ON overlap FOR EACH ROW EXECUTE FUNCTION tell_overlap();
ALTER FUNCTION tell_overlap() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION tell_overlap() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_overlap() TO CURRENT_USER;

-- What a leaver asked, showed, said of themselves and looked for leaves the table with them.
CREATE OR REPLACE FUNCTION withdraw_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  UPDATE help_answer a SET withdrawn_at = moment() WHERE a.withdrawn_at IS NULL AND a.help_id IN (
    SELECT h.id FROM help_request h WHERE h.council_id = NEW.council_id AND h.asker_id = NEW.account_id);
  UPDATE help_request h SET withdrawn_at = moment()
    WHERE h.council_id = NEW.council_id AND h.asker_id = NEW.account_id AND h.withdrawn_at IS NULL;
  UPDATE commitment c SET council_id = NULL WHERE c.council_id = NEW.council_id AND c.owner_id = NEW.account_id;
  UPDATE pulse p SET council_id = NULL WHERE p.council_id = NEW.council_id AND p.account_id = NEW.account_id;
  DELETE FROM presence s WHERE s.council_id = NEW.council_id AND s.account_id = NEW.account_id;
  DELETE FROM overlap o WHERE o.council_id = NEW.council_id AND o.account_id = NEW.account_id;
  RETURN NULL;
END $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
