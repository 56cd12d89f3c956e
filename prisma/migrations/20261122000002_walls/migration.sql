-- The second wall: who may see and write which row, whatever the program asks for.
-- parley_user serves a signed-in person, parley_identity what happens before there is one,
-- parley_guard owns the functions that policies ask (it passes no policy but its own).
-- None of them can sign in, owns a table or is a superuser.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_user') THEN CREATE ROLE parley_user NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_identity') THEN CREATE ROLE parley_identity NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_guard') THEN CREATE ROLE parley_guard NOLOGIN; END IF;
END $$;
GRANT parley_user, parley_identity, parley_guard TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO parley_user, parley_identity, parley_guard;
GRANT CREATE ON SCHEMA public TO parley_guard;

-- What the guard's functions look at: structure only.
GRANT SELECT ON council, membership, item, share, read, debrief, thread, account, round, sealed_counter TO parley_guard;

-- Every table is walled, for its owner too.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'account', 'password', 'session', 'reset_token', 'sealing_key', 'receipt', 'council', 'charter', 'membership',
    'invitation', 'item', 'share', 'view_log', 'opportunity', 'stage_change', 'mission', 'offer', 'offer_version',
    'negotiation', 'walk_away', 'ask', 'objection', 'move', 'debrief', 'read', 'thread', 'comment', 'notification',
    'round', 'sealed_counter', 'evidence', 'term', 'outcome', 'tick', 'checklist'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['council', 'membership', 'item', 'share', 'read', 'debrief', 'thread', 'account', 'round', 'sealed_counter'] LOOP
    EXECUTE format('CREATE POLICY guard_looks ON %I FOR SELECT TO parley_guard USING (true)', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- questions that policies ask

CREATE FUNCTION viewer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

-- The viewer is an active member of this council.
CREATE FUNCTION in_council(council uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM membership m WHERE m.council_id = council AND m.account_id = viewer() AND m.state = 'active') $$;

CREATE FUNCTION chairs_council(council uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM membership m WHERE m.council_id = council AND m.account_id = viewer() AND m.state = 'active' AND m.role = 'moderator') $$;

-- A council that the viewer has just founded and that nobody belongs to yet.
CREATE FUNCTION founds_council(council uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM council c WHERE c.id = council AND c.founder_id = viewer())
      AND NOT EXISTS (SELECT FROM membership m WHERE m.council_id = council) $$;

-- An id that nobody owns yet: the key of a council is made before the council.
CREATE FUNCTION is_fresh_owner(owner uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT NOT EXISTS (SELECT FROM account a WHERE a.id = owner) AND NOT EXISTS (SELECT FROM council c WHERE c.id = owner) $$;

-- Somebody whose name the viewer may know: is or was in a council in which the viewer is active.
CREATE FUNCTION knows_account(other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM membership mine JOIN membership theirs USING (council_id)
                  WHERE mine.account_id = viewer() AND mine.state = 'active' AND theirs.account_id = other) $$;

-- Both are active in one open council.
CREATE FUNCTION sits_with(other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM membership mine JOIN membership theirs USING (council_id) JOIN council c ON c.id = mine.council_id
                  WHERE mine.account_id = viewer() AND mine.state = 'active' AND c.closed_at IS NULL
                    AND theirs.account_id = other AND theirs.state = 'active') $$;

CREATE FUNCTION owns_item(item_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_id = viewer()) $$;

-- A share counts while both sit in its council, since before it was made (for the council as a whole: the owner since before).
CREATE FUNCTION share_reaches_viewer(s share) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > clock_timestamp())
      AND (s.reader_id IS NULL OR s.reader_id = viewer())
      AND EXISTS (SELECT FROM membership reader
                  JOIN membership owner ON owner.council_id = s.council_id AND owner.state = 'active' AND owner.joined_at <= s.created_at
                  JOIN item i ON i.id = s.item_id AND i.owner_id = owner.account_id
                  JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
                  WHERE reader.council_id = s.council_id AND reader.account_id = viewer() AND reader.state = 'active'
                    AND (s.reader_id IS NULL OR reader.joined_at <= s.created_at)) $$;

CREATE FUNCTION may_read_item(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM item i WHERE i.id = wanted AND i.owner_id = viewer())
       OR EXISTS (SELECT FROM share s WHERE s.item_id = wanted AND share_reaches_viewer(s)) $$;

-- An opportunity's header is readable with any part of it.
CREATE FUNCTION may_read_root(root uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM item i WHERE i.id = root AND i.owner_id = viewer())
       OR EXISTS (SELECT FROM item part JOIN share s ON s.item_id = part.id WHERE part.opportunity_id = root AND share_reaches_viewer(s)) $$;

CREATE FUNCTION may_read_thread(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM thread t WHERE t.id = wanted AND may_read_item(t.item_id)) $$;

-- Somebody else may read this item now: for mentions, for who is told, for who is asked for a read.
CREATE FUNCTION account_may_read(wanted uuid, account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT may_read_item(wanted) AND EXISTS (
     SELECT FROM item i WHERE i.id = wanted AND (i.owner_id = account OR EXISTS (
       SELECT FROM share s
       JOIN membership o ON o.council_id = s.council_id AND o.account_id = i.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
       JOIN membership r ON r.council_id = s.council_id AND r.account_id = account AND r.state = 'active'
       JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
       WHERE s.item_id = wanted AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > clock_timestamp())
         AND (s.reader_id IS NULL OR (s.reader_id = account AND r.joined_at <= s.created_at))))) $$;

-- Everybody who can read an item now (its owner included), for a viewer who can.
CREATE FUNCTION item_readers(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT a.id FROM account a WHERE may_read_item(wanted) AND account_may_read(wanted, a.id)
     AND a.id IN (SELECT i.owner_id FROM item i WHERE i.id = wanted
                  UNION SELECT m.account_id FROM share s JOIN membership m ON m.council_id = s.council_id WHERE s.item_id = wanted) $$;

CREATE FUNCTION debrief_reads(wanted uuid) RETURNS reads_state LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT d.reads_state FROM debrief d WHERE d.id = wanted $$;

-- Who has sealed a read: names only, in the order of their ids, which says nothing about when.
CREATE FUNCTION read_seats(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT r.author_id FROM read r WHERE r.debrief_id = wanted AND may_read_item(wanted) ORDER BY r.author_id $$;

CREATE FUNCTION round_stands(wanted uuid) RETURNS round_state LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT r.state FROM round r WHERE r.id = wanted $$;

-- Who has sealed a counter: names only, in the order of their ids, which says nothing about when.
CREATE FUNCTION round_seats(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.author_id FROM sealed_counter s WHERE s.round_id = wanted AND may_read_item(wanted) ORDER BY s.author_id $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY[
    'in_council(uuid)', 'chairs_council(uuid)', 'founds_council(uuid)', 'is_fresh_owner(uuid)', 'knows_account(uuid)', 'sits_with(uuid)', 'owns_item(uuid)',
    'share_reaches_viewer(share)', 'may_read_item(uuid)', 'may_read_root(uuid)', 'may_read_thread(uuid)',
    'account_may_read(uuid, uuid)', 'item_readers(uuid)', 'debrief_reads(uuid)', 'read_seats(uuid)', 'round_stands(uuid)', 'round_seats(uuid)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO parley_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO parley_user', f);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard;

-- ---------------------------------------------------------------- identity

GRANT SELECT, UPDATE ON account TO parley_user;
CREATE POLICY person_sees ON account FOR SELECT TO parley_user USING (id = viewer() OR knows_account(id));
CREATE POLICY person_keeps ON account FOR UPDATE TO parley_user USING (id = viewer()) WITH CHECK (id = viewer());

GRANT SELECT, INSERT ON sealing_key TO parley_user;
CREATE POLICY person_unwraps ON sealing_key FOR SELECT TO parley_user
  USING (owner_id = viewer() OR in_council(owner_id) OR knows_account(owner_id)
         OR EXISTS (SELECT FROM membership m WHERE m.council_id = owner_id AND m.account_id = viewer()));
CREATE POLICY founder_makes ON sealing_key FOR INSERT TO parley_user WITH CHECK (is_fresh_owner(owner_id));

GRANT SELECT, INSERT, UPDATE, DELETE ON receipt TO parley_user;
CREATE POLICY own_receipts ON receipt FOR ALL TO parley_user USING (account_id = viewer()) WITH CHECK (account_id = viewer());

GRANT SELECT, INSERT, UPDATE, DELETE ON account, password, session, reset_token TO parley_identity;
GRANT SELECT, INSERT, DELETE ON sealing_key TO parley_identity;
GRANT SELECT ON council, charter TO parley_identity;
GRANT SELECT, UPDATE ON invitation TO parley_identity;
GRANT SELECT, INSERT, UPDATE ON membership TO parley_identity;
GRANT INSERT ON notification TO parley_identity;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['account', 'password', 'session', 'reset_token', 'sealing_key', 'council', 'charter', 'invitation', 'membership'] LOOP
    EXECUTE format('CREATE POLICY identity_works ON %I FOR ALL TO parley_identity USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
CREATE POLICY identity_tells ON notification FOR INSERT TO parley_identity WITH CHECK (kind IN ('joined', 'left'));

-- ---------------------------------------------------------------- councils

GRANT SELECT, INSERT, UPDATE ON council TO parley_user;
CREATE POLICY member_sees ON council FOR SELECT TO parley_user USING (in_council(id));
CREATE POLICY person_founds ON council FOR INSERT TO parley_user WITH CHECK (founder_id = viewer());
CREATE POLICY chair_keeps ON council FOR UPDATE TO parley_user USING (chairs_council(id)) WITH CHECK (chairs_council(id));

GRANT SELECT, INSERT ON charter TO parley_user;
CREATE POLICY member_sees ON charter FOR SELECT TO parley_user USING (in_council(council_id));
CREATE POLICY chair_writes ON charter FOR INSERT TO parley_user WITH CHECK (chairs_council(council_id));

GRANT SELECT, INSERT, UPDATE ON membership TO parley_user;
CREATE POLICY member_sees ON membership FOR SELECT TO parley_user USING (account_id = viewer() OR in_council(council_id));
CREATE POLICY founder_sits ON membership FOR INSERT TO parley_user
  WITH CHECK (account_id = viewer() AND role = 'moderator' AND founds_council(council_id));
CREATE POLICY own_seat ON membership FOR UPDATE TO parley_user
  USING (account_id = viewer() AND state = 'active') WITH CHECK (account_id = viewer() AND (role = 'member' OR chairs_council(council_id)));
-- The check asks again: an own row passes the other policy, and true here would let its member take the chair.
CREATE POLICY chair_keeps ON membership FOR UPDATE TO parley_user USING (chairs_council(council_id)) WITH CHECK (chairs_council(council_id));

GRANT SELECT, INSERT, UPDATE ON invitation TO parley_user;
CREATE POLICY chair_keeps ON invitation FOR ALL TO parley_user
  USING (chairs_council(council_id)) WITH CHECK (chairs_council(council_id));

-- ---------------------------------------------------------------- items and shares

GRANT SELECT, INSERT, DELETE ON item TO parley_user;
CREATE POLICY reader_sees ON item FOR SELECT TO parley_user
  USING (owner_id = viewer() OR may_read_item(id) OR (kind = 'opportunity' AND may_read_root(id)));
CREATE POLICY owner_makes ON item FOR INSERT TO parley_user
  WITH CHECK (owner_id = viewer() AND (opportunity_id = id OR owns_item(opportunity_id)));
CREATE POLICY owner_ends ON item FOR DELETE TO parley_user USING (owner_id = viewer());

GRANT SELECT, INSERT, UPDATE ON share TO parley_user;
CREATE POLICY reader_sees ON share FOR SELECT TO parley_user USING (owns_item(item_id) OR share_reaches_viewer(share));
CREATE POLICY owner_shares ON share FOR INSERT TO parley_user
  WITH CHECK (owns_item(item_id) AND in_council(council_id) AND (reader_id IS NULL OR sits_with(reader_id)));
CREATE POLICY owner_changes ON share FOR UPDATE TO parley_user USING (owns_item(item_id)) WITH CHECK (owns_item(item_id));

GRANT SELECT, INSERT ON view_log TO parley_user;
CREATE POLICY owner_sees ON view_log FOR SELECT TO parley_user USING (reader_id = viewer() OR owns_item(item_id));
CREATE POLICY reader_signs ON view_log FOR INSERT TO parley_user WITH CHECK (reader_id = viewer() AND may_read_item(item_id));

-- Nouns that are items themselves: the reader sees, the owner writes.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['opportunity', 'mission', 'offer', 'negotiation', 'debrief', 'round'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO parley_user', t);
    EXECUTE format('CREATE POLICY reader_sees ON %I FOR SELECT TO parley_user USING (%s)', t,
                   CASE WHEN t = 'opportunity' THEN 'may_read_root(id)' ELSE 'may_read_item(id)' END);
    EXECUTE format('CREATE POLICY owner_makes ON %I FOR INSERT TO parley_user WITH CHECK (owns_item(id))', t);
    EXECUTE format('CREATE POLICY owner_writes ON %I FOR UPDATE TO parley_user USING (owns_item(id)) WITH CHECK (owns_item(id))', t);
    EXECUTE format('CREATE POLICY owner_ends ON %I FOR DELETE TO parley_user USING (owns_item(id))', t);
  END LOOP;
END $$;

-- Parts of a noun: as the item that they belong to. A version is written once.
DO $$
DECLARE part record;
BEGIN
  FOR part IN SELECT * FROM (VALUES
    ('stage_change', 'opportunity_id', true), ('offer_version', 'offer_id', false), ('ask', 'negotiation_id', true),
    ('objection', 'negotiation_id', true), ('move', 'negotiation_id', true), ('evidence', 'negotiation_id', true),
    ('term', 'negotiation_id', true), ('outcome', 'negotiation_id', true), ('tick', 'negotiation_id', true)) AS parts(t, parent, editable)
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO parley_user', part.t);
    EXECUTE format('CREATE POLICY reader_sees ON %I FOR SELECT TO parley_user USING (may_read_item(%I))', part.t, part.parent);
    EXECUTE format('CREATE POLICY owner_makes ON %I FOR INSERT TO parley_user WITH CHECK (owns_item(%I))', part.t, part.parent);
    EXECUTE format('CREATE POLICY owner_ends ON %I FOR DELETE TO parley_user USING (owns_item(%I))', part.t, part.parent);
    IF part.editable THEN
      EXECUTE format('GRANT UPDATE ON %I TO parley_user', part.t);
      EXECUTE format('CREATE POLICY owner_writes ON %I FOR UPDATE TO parley_user USING (owns_item(%I)) WITH CHECK (owns_item(%I))',
                     part.t, part.parent, part.parent);
    END IF;
  END LOOP;
END $$;

-- The owner's alone: no council, share or chair leads here.
GRANT SELECT, INSERT, UPDATE, DELETE ON walk_away TO parley_user;
CREATE POLICY owner_alone ON walk_away FOR ALL TO parley_user
  USING (owner_id = viewer()) WITH CHECK (owner_id = viewer() AND owns_item(negotiation_id));

-- A read is its author's until all are revealed together.
GRANT SELECT, INSERT, UPDATE ON read TO parley_user;
CREATE POLICY blind ON read FOR SELECT TO parley_user
  USING (author_id = viewer() OR (debrief_reads(debrief_id) = 'revealed' AND may_read_item(debrief_id)));
CREATE POLICY reader_seals ON read FOR INSERT TO parley_user
  WITH CHECK (author_id = viewer() AND may_read_item(debrief_id)
              AND (debrief_reads(debrief_id) = 'open' OR (debrief_reads(debrief_id) = 'unasked' AND owns_item(debrief_id))));
CREATE POLICY author_replaces ON read FOR UPDATE TO parley_user
  USING (author_id = viewer() AND may_read_item(debrief_id) AND debrief_reads(debrief_id) = 'open') WITH CHECK (author_id = viewer());

-- A counter is its author's until the round is revealed; then nobody changes it, and who is late says so.
GRANT SELECT, INSERT, UPDATE ON sealed_counter TO parley_user;
CREATE POLICY blind ON sealed_counter FOR SELECT TO parley_user
  USING (author_id = viewer() OR (round_stands(round_id) IN ('revealed', 'closed') AND may_read_item(round_id)));
CREATE POLICY reader_seals ON sealed_counter FOR INSERT TO parley_user
  WITH CHECK (author_id = viewer() AND may_read_item(round_id)
              AND ((NOT late AND (round_stands(round_id) = 'open' OR (round_stands(round_id) = 'draft' AND owns_item(round_id))))
                   OR (late AND round_stands(round_id) = 'revealed')));
CREATE POLICY author_replaces ON sealed_counter FOR UPDATE TO parley_user
  USING (author_id = viewer() AND may_read_item(round_id)
         AND (round_stands(round_id) = 'open' OR (round_stands(round_id) = 'draft' AND owns_item(round_id))))
  WITH CHECK (author_id = viewer() AND NOT late);

GRANT SELECT, INSERT, UPDATE, DELETE ON checklist TO parley_user;
CREATE POLICY member_sees ON checklist FOR SELECT TO parley_user USING (in_council(council_id));
CREATE POLICY member_writes ON checklist FOR INSERT TO parley_user WITH CHECK (author_id = viewer() AND in_council(council_id));
CREATE POLICY author_edits ON checklist FOR UPDATE TO parley_user
  USING (in_council(council_id) AND (author_id = viewer() OR chairs_council(council_id))) WITH CHECK (in_council(council_id));
CREATE POLICY author_ends ON checklist FOR DELETE TO parley_user
  USING (in_council(council_id) AND (author_id = viewer() OR chairs_council(council_id)));

-- ---------------------------------------------------------------- threads

GRANT SELECT, INSERT, UPDATE ON thread TO parley_user;
CREATE POLICY reader_sees ON thread FOR SELECT TO parley_user USING (may_read_item(item_id));
CREATE POLICY reader_starts ON thread FOR INSERT TO parley_user WITH CHECK (starter_id = viewer() AND may_read_item(item_id));
CREATE POLICY reader_settles ON thread FOR UPDATE TO parley_user
  USING (may_read_item(item_id) AND (starter_id = viewer() OR owns_item(item_id))) WITH CHECK (may_read_item(item_id));

GRANT SELECT, INSERT, UPDATE ON comment TO parley_user;
CREATE POLICY reader_sees ON comment FOR SELECT TO parley_user USING (may_read_thread(thread_id));
CREATE POLICY reader_writes ON comment FOR INSERT TO parley_user WITH CHECK (author_id = viewer() AND may_read_thread(thread_id));
CREATE POLICY author_edits ON comment FOR UPDATE TO parley_user
  USING (author_id = viewer() AND may_read_thread(thread_id)) WITH CHECK (author_id = viewer());

GRANT SELECT, INSERT, UPDATE ON notification TO parley_user;
CREATE POLICY recipient_sees ON notification FOR SELECT TO parley_user USING (recipient_id = viewer());
CREATE POLICY recipient_marks ON notification FOR UPDATE TO parley_user USING (recipient_id = viewer()) WITH CHECK (recipient_id = viewer());
CREATE POLICY actor_tells ON notification FOR INSERT TO parley_user 
  WITH CHECK (actor_id = viewer() AND (sits_with(recipient_id) OR (item_id IS NOT NULL AND account_may_read(item_id, recipient_id))));
