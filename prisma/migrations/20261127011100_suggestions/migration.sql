ALTER TYPE notification_kind ADD VALUE 'suggested';
ALTER TYPE notification_kind ADD VALUE 'suggestionAnswered';

CREATE TYPE "suggestion_state" AS ENUM ('open', 'accepted', 'declined');

-- Other words for a quote. It hangs on a conversation, and is seen by who hears the one who began it.
CREATE TABLE "suggestion" (
    "thread_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "starter_id" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "suggestion_state" NOT NULL DEFAULT 'open',
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("thread_id")
);
CREATE INDEX "suggestion_item_id_idx" ON "suggestion"("item_id");
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "suggestion" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "suggestion" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "suggestion" TO parley_user;
GRANT UPDATE (state, rev, sealed) ON "suggestion" TO parley_user;
-- as a comment of whoever suggests it: what is held until a reveal is held with its words
CREATE POLICY reader_sees ON "suggestion" FOR SELECT TO parley_user USING (owner_id = (SELECT viewer()) OR (
  item_id = ANY ((SELECT reach_talks())::uuid[])
  AND (starter_id = ANY ((SELECT reach_heard())::uuid[])
    OR EXISTS (SELECT FROM heard_before() heard WHERE heard.id = suggestion.starter_id AND suggestion.begun_at <= heard.until))
  AND NOT EXISTS (SELECT FROM held_talks() held WHERE held.item_id = suggestion.item_id
    AND held.author_id = suggestion.starter_id AND suggestion.begun_at >= held.since)));
CREATE POLICY reader_suggests ON "suggestion" FOR INSERT TO parley_user
  WITH CHECK (starter_id = viewer() AND may_read_thread(thread_id));
CREATE POLICY owner_answers ON "suggestion" FOR UPDATE TO parley_user
  USING (owner_id = (SELECT viewer())) WITH CHECK (owner_id = (SELECT viewer()));
CREATE TRIGGER owned BEFORE INSERT ON "suggestion" FOR EACH ROW EXECUTE FUNCTION placed_in_thread();
