-- A notice of a comment knows which one: a mention that is edited away, or a comment that is deleted, takes it along.
ALTER TABLE "notification" ADD COLUMN "comment_id" UUID;
CREATE INDEX "notification_comment_id_idx" ON "notification"("comment_id");

GRANT SELECT (comment_id, actor_id, recipient_id), DELETE ON notification TO parley_guard;
CREATE POLICY guard_finds ON notification FOR SELECT TO parley_guard USING (comment_id IS NOT NULL);
CREATE POLICY guard_takes_back ON notification FOR DELETE TO parley_guard USING (comment_id IS NOT NULL);

GRANT CREATE ON SCHEMA public TO parley_guard;

-- Takes back what the viewer told of a comment of theirs: to these people, or to everybody.
CREATE FUNCTION take_back_notices(wanted uuid, people uuid[]) RETURNS bigint LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM notification n WHERE n.comment_id = wanted AND n.actor_id = viewer()
      AND (people IS NULL OR n.recipient_id = ANY (people)) RETURNING 1)
  SELECT count(*) FROM gone $$;
ALTER FUNCTION take_back_notices(uuid, uuid[]) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION take_back_notices(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_back_notices(uuid, uuid[]) TO parley_user;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
