CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "attachment_body" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "attachment_body_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "attachment_offer_id_idx" ON "attachment"("offer_id");
CREATE INDEX "attachment_owner_id_idx" ON "attachment"("owner_id");
CREATE UNIQUE INDEX "attachment_id_offer_id_key" ON "attachment"("id", "offer_id");
CREATE INDEX "attachment_body_owner_id_idx" ON "attachment_body"("owner_id");
CREATE UNIQUE INDEX "attachment_body_id_offer_id_key" ON "attachment_body"("id", "offer_id");
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "attachment_body" ADD CONSTRAINT "attachment_body_id_offer_id_fkey" FOREIGN KEY ("id", "offer_id") REFERENCES "attachment"("id", "offer_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "view_log" ADD COLUMN "attachment_id" UUID;
-- Sealed bytes do not pack: without the attempt they are written and read faster.
ALTER TABLE "attachment_body" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

ALTER TABLE "attachment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "attachment" FORCE ROW LEVEL SECURITY;
ALTER TABLE "attachment_body" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "attachment_body" FORCE ROW LEVEL SECURITY;

-- Written once: what is replaced is another file.
GRANT SELECT, INSERT, DELETE ON "attachment", "attachment_body" TO parley_user;
GRANT SELECT (id, offer_id, created_at) ON "attachment" TO parley_guard, parley_door;
GRANT SELECT (attachment_id) ON "view_log" TO parley_guard;
-- The door asks whether any share shows the letter before it says that there is one.
GRANT SELECT (levels) ON "share" TO parley_door;
CREATE POLICY guard_looks ON "attachment" FOR SELECT TO parley_guard USING (true);
CREATE POLICY door_looks ON "attachment" FOR SELECT TO parley_door USING (true);

CREATE TRIGGER owned BEFORE INSERT ON "attachment" FOR EACH ROW EXECUTE FUNCTION owned_by_offer_id();
CREATE TRIGGER owned BEFORE INSERT ON "attachment_body" FOR EACH ROW EXECUTE FUNCTION owned_by_offer_id();

GRANT CREATE ON SCHEMA public TO parley_guard;
-- The files that others' shares show to the viewer, of offers that they have opened: what is shared with one person beats
-- what is shared with all, and a share shows what was there when it was made.
CREATE FUNCTION reach_attachments() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mine AS (
    SELECT s.item_id, s.reader_id, s.created_at, s.levels ->> 'letter' = 'exact' AS letter FROM share s
    WHERE s.id = ANY ((SELECT reach_shares())::uuid[]) AND s.item_id = ANY ((SELECT reach_offers())::uuid[]))
  SELECT coalesce(array_agg(DISTINCT a.id), '{}') FROM mine JOIN attachment a ON a.offer_id = mine.item_id
  WHERE mine.letter AND a.created_at <= mine.created_at
    AND (mine.reader_id IS NOT NULL OR NOT EXISTS (SELECT FROM mine own WHERE own.item_id = mine.item_id AND own.reader_id IS NOT NULL)) $$;
ALTER FUNCTION reach_attachments() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION reach_attachments() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_attachments() TO parley_user;

-- Of these, those whose own opening is in the log: no row there, no bytes.
CREATE FUNCTION opened_attachments() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT v.attachment_id), '{}') FROM view_log v
  WHERE v.reader_id = viewer() AND v.attachment_id = ANY ((SELECT reach_attachments())::uuid[]) $$;
ALTER FUNCTION opened_attachments() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION opened_attachments() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION opened_attachments() TO parley_user;

CREATE POLICY reader_sees ON "attachment" FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR id = ANY ((SELECT reach_attachments())::uuid[]));
CREATE POLICY owner_makes ON "attachment" FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_ends ON "attachment" FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY reader_opens ON "attachment_body" FOR SELECT TO parley_user
  USING (owner_id = (SELECT viewer()) OR id = ANY ((SELECT opened_attachments())::uuid[]));
CREATE POLICY owner_makes ON "attachment_body" FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY owner_ends ON "attachment_body" FOR DELETE TO parley_user USING (owner_id = (SELECT viewer()));

-- Who signs for a file is shown it, and it hangs on the item that they sign for.
CREATE FUNCTION may_open_attachment(wanted uuid, item uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT wanted = ANY (reach_attachments()) AND EXISTS (SELECT FROM attachment a WHERE a.id = wanted AND a.offer_id = item) $$;
ALTER FUNCTION may_open_attachment(uuid, uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION may_open_attachment(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_open_attachment(uuid, uuid) TO parley_user;
ALTER POLICY reader_signs ON "view_log"
  WITH CHECK (reader_id = viewer() AND may_read_item(item_id) AND (attachment_id IS NULL OR may_open_attachment(attachment_id, item_id)));
REVOKE CREATE ON SCHEMA public FROM parley_guard;
