GRANT CREATE ON SCHEMA public TO parley_guard;
-- Since when the viewer has read an item that reaches them, without a break; null for its owner and for who does not read it.
CREATE FUNCTION read_since(wanted uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH RECURSIVE unbroken AS (
     SELECT s.owner_id, s.council_id, s.reader_id, s.created_at FROM share s
     WHERE s.item_id = wanted AND s.id = ANY ((SELECT reach_shares())::uuid[])
     UNION
     SELECT s.owner_id, s.council_id, s.reader_id, s.created_at FROM unbroken u
     JOIN share s ON s.item_id = wanted AND s.council_id = u.council_id AND s.reader_id IS NOT DISTINCT FROM u.reader_id
       AND s.revoked_at = u.created_at AND (s.expires_at IS NULL OR s.expires_at > s.revoked_at))
   SELECT min(greatest(u.created_at, mine.joined_at, theirs.joined_at)) FROM unbroken u
   JOIN membership mine ON mine.council_id = u.council_id AND mine.account_id = viewer() AND mine.state = 'active'
   JOIN membership theirs ON theirs.council_id = u.council_id AND theirs.account_id = u.owner_id AND theirs.state = 'active' $$;
ALTER FUNCTION read_since(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION read_since(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_since(uuid) TO parley_user;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
