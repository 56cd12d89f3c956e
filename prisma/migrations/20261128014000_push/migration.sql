-- A browser that shows notices although no window is open. It is of one session and ends with it, however that ends.
CREATE TABLE "push" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "session_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),

    CONSTRAINT "push_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "push_session_id_key" ON "push"("session_id");
CREATE INDEX "push_account_id_idx" ON "push"("account_id");
ALTER TABLE "push" ADD CONSTRAINT "push_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "push" ADD CONSTRAINT "push_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "push" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "push" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "push" TO parley_user;
CREATE POLICY owner_alone ON "push" FOR ALL TO parley_user
  USING (account_id = (SELECT viewer())) WITH CHECK (account_id = (SELECT viewer()));

-- A letter that goes to a browser: of the same notices as the mail that stands under their letter_id, if there is one.
ALTER TABLE "letter" ADD COLUMN "push_id" UUID, ADD COLUMN "bundle_id" UUID;
CREATE INDEX "letter_push_id_idx" ON "letter"("push_id");
ALTER TABLE "letter" ADD CONSTRAINT "letter_push_id_fkey" FOREIGN KEY ("push_id") REFERENCES "push"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The public half of the key with which this Parley signs what it hands to the makers of browsers; none where it sends nothing.
ALTER TABLE "clock_hand" ADD COLUMN "push_key" TEXT;
GRANT SELECT (push_key) ON clock_hand TO parley_user;
GRANT SELECT (push_key), UPDATE (push_key) ON clock_hand TO parley_post;

-- The post writes for browsers whose sessions still last, and knows of a session nothing but that.
GRANT CREATE ON SCHEMA public TO parley_guard;
GRANT SELECT (id, expires_at) ON session TO parley_guard;
GRANT SELECT (id, account_id, session_id) ON push TO parley_guard;
CREATE POLICY guard_looks ON session FOR SELECT TO parley_guard USING (true);
CREATE POLICY guard_looks ON push FOR SELECT TO parley_guard USING (true);
CREATE FUNCTION living_pushes(person uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT p.id FROM push p JOIN session s ON s.id = p.session_id WHERE p.account_id = person AND s.expires_at > moment() $$;
ALTER FUNCTION living_pushes(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION living_pushes(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION living_pushes(uuid) TO parley_post;
-- As a person: of their own alone.
CREATE FUNCTION own_living_pushes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT living_pushes(viewer()) $$;
ALTER FUNCTION own_living_pushes() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION own_living_pushes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_living_pushes() TO parley_user;
REVOKE CREATE ON SCHEMA public FROM parley_guard;

ALTER TYPE notification_kind ADD VALUE 'meetingMoved';
ALTER TYPE notification_kind ADD VALUE 'meetingSkipped';
ALTER TYPE notification_kind ADD VALUE 'overlapTold';

-- Both who have an employer in common are told by a notice too, each as their own: nobody did it.
GRANT INSERT (council_id) ON notification TO parley_guard;
-- the word is new in this transaction, and is compared as text
ALTER POLICY guard_tells ON notification WITH CHECK (kind::text = ANY (ARRAY['roundRevealed', 'roundReminder', 'overlapTold']));
CREATE OR REPLACE FUNCTION tell_overlap() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE others uuid[]; BEGIN
  SELECT array_agg(o.account_id) INTO others FROM overlap o
    JOIN membership m ON m.council_id = o.council_id AND m.account_id = o.account_id AND m.state = 'active'
    WHERE o.council_id = NEW.council_id AND o.account_id <> NEW.account_id
      AND o.marks && NEW.marks AND o.looked_at > moment() - interval '60 days';
  IF others IS NULL THEN RETURN NULL; END IF;
  WITH told AS (
    UPDATE overlap o SET told_at = moment() WHERE o.council_id = NEW.council_id AND o.account_id = ANY (others || NEW.account_id)
      AND (o.told_at IS NULL OR o.told_at < moment() - interval '30 days') RETURNING o.account_id)
  INSERT INTO notification (id, recipient_id, actor_id, kind, council_id, at)
    SELECT gen_random_uuid(), told.account_id, told.account_id, 'overlapTold', NEW.council_id, moment() FROM told;
  RETURN NULL;
END $$;
