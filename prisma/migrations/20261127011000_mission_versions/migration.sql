CREATE TABLE "mission_version" (
    "id" UUID NOT NULL,
    "mission_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),

    CONSTRAINT "mission_version_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "mission_version_mission_id_idx" ON "mission_version"("mission_id");
ALTER TABLE "mission_version" ADD CONSTRAINT "mission_version_mission_id_fkey" FOREIGN KEY ("mission_id") REFERENCES "mission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT CREATE ON SCHEMA public TO parley_guard;

CREATE FUNCTION owned_by_mission_id() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE truth uuid := (SELECT i.owner_id FROM item i WHERE i.id = NEW.mission_id);
BEGIN
  IF NEW.owner_id <> truth THEN
    RAISE insufficient_privilege USING MESSAGE = 'A row belongs to the owner of its item.';
  END IF;
  NEW.owner_id := truth;
  RETURN NEW;
END $$;
ALTER FUNCTION owned_by_mission_id() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION owned_by_mission_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION owned_by_mission_id() TO CURRENT_USER;

-- Since when the viewer has read each of these items that reach them, without a break: a share that was put in the place of
-- another that still stood goes on where that one began, for who sat in the council then.
CREATE FUNCTION items_read_since(wanted uuid[]) RETURNS TABLE(item_id uuid, since timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH RECURSIVE unbroken AS (
     SELECT s.item_id, s.owner_id, s.council_id, s.reader_id, s.created_at FROM share s
     WHERE s.item_id = ANY (wanted) AND s.id = ANY ((SELECT reach_shares())::uuid[])
     UNION
     SELECT s.item_id, s.owner_id, s.council_id, s.reader_id, s.created_at FROM unbroken u
     JOIN share s ON s.item_id = u.item_id AND s.council_id = u.council_id AND s.reader_id IS NOT DISTINCT FROM u.reader_id
       AND s.revoked_at = u.created_at AND (s.expires_at IS NULL OR s.expires_at > s.revoked_at))
   SELECT u.item_id, min(greatest(u.created_at, mine.joined_at, theirs.joined_at)) FROM unbroken u
   JOIN membership mine ON mine.council_id = u.council_id AND mine.account_id = viewer() AND mine.state = 'active'
   JOIN membership theirs ON theirs.council_id = u.council_id AND theirs.account_id = u.owner_id AND theirs.state = 'active'
   GROUP BY u.item_id $$;
ALTER FUNCTION items_read_since(uuid[]) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION items_read_since(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION items_read_since(uuid[]) TO parley_user;

CREATE FUNCTION missions_read_since() RETURNS TABLE(mission_id uuid, since timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT item_id, since FROM items_read_since(ARRAY(
     SELECT s.item_id FROM share s WHERE s.kind = 'mission' AND s.id = ANY ((SELECT reach_shares())::uuid[]))) $$;
ALTER FUNCTION missions_read_since() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION missions_read_since() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION missions_read_since() TO parley_user;

REVOKE CREATE ON SCHEMA public FROM parley_guard;

-- A version never changes. Who reads the mission reads those that were made since it was shared with them.
ALTER TABLE "mission_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "mission_version" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "mission_version" TO parley_user;
CREATE POLICY owner_makes ON "mission_version" FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE POLICY reader_sees ON "mission_version" FOR SELECT TO parley_user USING (owner_id = (SELECT viewer()) OR (
  mission_id = ANY ((SELECT reach_missions())::uuid[])
  AND EXISTS (SELECT FROM missions_read_since() seen WHERE seen.mission_id = mission_version.mission_id AND seen.since <= created_at)));
CREATE TRIGGER owned BEFORE INSERT ON "mission_version" FOR EACH ROW EXECUTE FUNCTION owned_by_mission_id();
