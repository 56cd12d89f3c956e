CREATE TABLE "reaction" (
    "target_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "thread_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "reaction_pkey" PRIMARY KEY ("target_id","author_id")
);
CREATE INDEX "reaction_item_id_idx" ON "reaction"("item_id");
CREATE INDEX "reaction_thread_id_idx" ON "reaction"("thread_id");
CREATE INDEX "reaction_author_id_idx" ON "reaction"("author_id");
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE reaction ENABLE ROW LEVEL SECURITY;
ALTER TABLE reaction FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON reaction TO parley_user;
GRANT UPDATE (at, sealed) ON reaction TO parley_user;
CREATE TRIGGER owned BEFORE INSERT ON reaction FOR EACH ROW EXECUTE FUNCTION owned_by_item_id();

-- Heard as comments are: from whom one sits with, in a conversation that one follows, and not while a round holds it.
CREATE POLICY reader_sees ON reaction FOR SELECT TO parley_user USING (
  owner_id = (SELECT viewer())
  OR (item_id = ANY ((SELECT reach_talks())::uuid[]) AND author_id = ANY ((SELECT reach_heard())::uuid[])
    AND (thread_id IS NULL OR EXISTS (SELECT FROM thread t WHERE t.id = reaction.thread_id))
    AND NOT EXISTS (SELECT FROM held_talks() held WHERE held.item_id = reaction.item_id
      AND held.author_id = reaction.author_id AND reaction.at >= held.since)));
CREATE POLICY reader_reacts ON reaction FOR INSERT TO parley_user WITH CHECK (
  author_id = viewer() AND (
    thread_id IS NULL AND target_id = item_id AND may_read_item(item_id)
    OR may_read_thread(thread_id) AND EXISTS (SELECT FROM thread t WHERE t.id = thread_id AND t.item_id = reaction.item_id)));
CREATE POLICY author_changes ON reaction FOR UPDATE TO parley_user
  USING (author_id = viewer() AND may_read_item(item_id))
  WITH CHECK (author_id = viewer());
CREATE POLICY author_takes_back ON reaction FOR DELETE TO parley_user USING (author_id = viewer());
