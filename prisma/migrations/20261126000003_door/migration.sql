-- The first wall asks as a role of its own. It sees who sits where, whose things are and what reaches whom: ids, relations,
-- states and times of everybody, and no column that a person filled. It runs no function of the second wall, so that either
-- wall stands without the other.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_door') THEN CREATE ROLE parley_door NOLOGIN; END IF;
END $$;
GRANT parley_door TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO parley_door;

GRANT SELECT (id, account_id, seen_at, expires_at, ends_at) ON session TO parley_door;
GRANT SELECT (id, operator) ON account TO parley_door;
GRANT SELECT (id, kind, owner_id, opportunity_id) ON item TO parley_door;
GRANT SELECT (id, item_id, council_id, reader_id, created_at, expires_at, revoked_at) ON share TO parley_door;
GRANT SELECT (council_id, account_id, role, state, joined_at, ended_at) ON membership TO parley_door;
GRANT SELECT (id, closed_at) ON council TO parley_door;
GRANT SELECT (item_id, reader_id) ON view_log TO parley_door;
GRANT SELECT (id, item_id, starter_id, created_at) ON thread TO parley_door;
GRANT SELECT (id, thread_id, author_id, created_at) ON comment TO parley_door;
GRANT SELECT (id, offer_id) ON offer_version TO parley_door;
GRANT SELECT (id, negotiation_id) ON ask, objection, move, evidence, term TO parley_door;
GRANT SELECT (id, council_id) ON checklist, invitation TO parley_door;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'session', 'account', 'item', 'share', 'membership', 'council', 'view_log', 'thread', 'comment', 'offer_version',
    'ask', 'objection', 'move', 'evidence', 'term', 'checklist', 'invitation'
  ] LOOP
    EXECUTE format('CREATE POLICY door_looks ON %I FOR SELECT TO parley_door USING (true)', t);
  END LOOP;
END $$;

-- A change that must meet a row says so in the statement itself, before anything is committed.
CREATE FUNCTION must_hit(hits bigint) RETURNS void LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS
$$ BEGIN
  IF hits = 0 THEN RAISE EXCEPTION USING ERRCODE = 'PA409', MESSAGE = 'Nothing was there to change.'; END IF;
END $$;
