-- Reach, 3 of 3. What reaches a viewer is found once in a transaction, as sets of ids; a policy compares columns with
-- them. No policy that shows rows asks a function for a row: what one asks takes no row and is asked once a statement.

-- Every row has an owner now; if one were left out, this would fail and nothing of this file would stand.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'opportunity', 'mission', 'offer', 'negotiation', 'debrief', 'round', 'stage_change', 'offer_version', 'ask', 'objection',
    'move', 'evidence', 'term', 'outcome', 'tick', 'read', 'sealed_counter', 'share', 'view_log', 'thread', 'comment'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN owner_id SET NOT NULL', t);
  END LOOP;
END $$;
ALTER TABLE share ALTER COLUMN kind SET NOT NULL, ALTER COLUMN opportunity_id SET NOT NULL;
ALTER TABLE comment ALTER COLUMN item_id SET NOT NULL, ALTER COLUMN starter_id SET NOT NULL, ALTER COLUMN begun_at SET NOT NULL;

-- ---------------------------------------------------------------- remembering, for one transaction

-- What was found is kept in settings of the transaction. Any role may write a setting whose name it knows; these bear names
-- that nobody knows but the guard: a random word, in a table that the guard alone reads. A setting of ours is not shown by
-- SHOW ALL or pg_settings, is gone with its transaction, and counts for the viewer for whom it was found.
CREATE TABLE reach_key (id integer NOT NULL DEFAULT 1, word text NOT NULL, CONSTRAINT reach_key_pkey PRIMARY KEY (id));
INSERT INTO reach_key (word) VALUES (encode(sha256(convert_to(gen_random_uuid() || ' ' || gen_random_uuid(), 'UTF8')), 'hex'));
ALTER TABLE reach_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE reach_key FORCE ROW LEVEL SECURITY;
GRANT SELECT ON reach_key TO parley_guard;
CREATE POLICY guard_looks ON reach_key FOR SELECT TO parley_guard USING (true);

GRANT CREATE ON SCHEMA public TO parley_guard;

-- Whoever changes what decides, or has waited for others who may have, looks again.
CREATE FUNCTION forget_reach() RETURNS void LANGUAGE plpgsql VOLATILE AS
$$ BEGIN
  PERFORM set_config('app.reach_' || k.word || '.' || name, '', true)
  FROM reach_key k, unnest(ARRAY[
    'councils', 'chairs', 'people', 'heard', 'keys', 'shares', 'items', 'roots', 'talks',
    'opportunities', 'missions', 'offers', 'negotiations', 'debriefs', 'rounds']) AS known(name);
END $$;
CREATE FUNCTION reach_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN PERFORM forget_reach(); RETURN NULL; END $$;

-- ---------------------------------------------------------------- what reaches the viewer

-- Councils in which the viewer is active, and those that they chair; people who sit or sat there, and of them the active
-- ones; owners whose keys the viewer may use (a council that one has left keeps its farewell open).
CREATE FUNCTION learn_seats(place text) RETURNS void LANGUAGE plpgsql STABLE AS
$$ DECLARE sat uuid[]; councils uuid[]; chairs uuid[]; people uuid[]; heard uuid[];
BEGIN
  SELECT array_agg(m.council_id), array_agg(m.council_id) FILTER (WHERE m.state = 'active'),
         array_agg(m.council_id) FILTER (WHERE m.state = 'active' AND m.role = 'moderator')
    INTO sat, councils, chairs FROM membership m WHERE m.account_id = viewer();
  SELECT array_agg(DISTINCT m.account_id), array_agg(DISTINCT m.account_id) FILTER (WHERE m.state = 'active')
    INTO people, heard FROM membership m WHERE m.council_id = ANY (councils);
  PERFORM set_config(place || name, current_setting('app.user_id') || '||' || coalesce(ids, '{}')::text, true)
  FROM (VALUES ('councils', councils), ('chairs', chairs), ('people', people), ('heard', heard), ('keys', sat || people)) AS kept(name, ids);
END $$;

-- Shares that reach the viewer now; their items, all and by what they are; the opportunities on which these hang; the items
-- of which the viewer may read what is said. Of an offer they read that, and what is in it, once its opening is in the log.
-- A share counts while both sit in its open council, since before it was made (for the council as a whole: the owner since
-- before). One that ends by itself ends what was found.
CREATE FUNCTION learn_shares(place text) RETURNS void LANGUAGE plpgsql STABLE AS
$$ BEGIN
  PERFORM set_config(place || name, concat_ws('|', current_setting('app.user_id'), until, coalesce(ids, '{}')), true)
  FROM (WITH found AS (
    SELECT s.id, s.item_id, s.opportunity_id, s.expires_at,
           CASE WHEN s.kind <> 'offer' OR EXISTS (
             SELECT FROM view_log v WHERE v.item_id = s.item_id AND v.reader_id = viewer()) THEN s.kind END AS kind
    FROM membership r
    JOIN council c ON c.id = r.council_id AND c.closed_at IS NULL
    JOIN share s ON s.council_id = r.council_id AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > moment())
      AND (s.reader_id IS NULL OR (s.reader_id = viewer() AND r.joined_at <= s.created_at)) AND s.owner_id <> viewer()
    JOIN membership o ON o.council_id = s.council_id AND o.account_id = s.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
    WHERE r.account_id = viewer() AND r.state = 'active')
    SELECT extract(epoch FROM coalesce(min(expires_at), 'infinity')) AS until,
      array_agg(id) AS shares, array_agg(item_id) AS items, array_agg(DISTINCT opportunity_id) AS roots,
      array_agg(item_id) FILTER (WHERE kind IS NOT NULL) AS talks,
      array_agg(item_id) FILTER (WHERE kind = 'opportunity') AS opportunities,
      array_agg(item_id) FILTER (WHERE kind = 'mission') AS missions,
      array_agg(item_id) FILTER (WHERE kind = 'offer') AS offers,
      array_agg(item_id) FILTER (WHERE kind = 'negotiation') AS negotiations,
      array_agg(item_id) FILTER (WHERE kind = 'debrief') AS debriefs,
      array_agg(item_id) FILTER (WHERE kind = 'round') AS rounds
    FROM found) AS sets, LATERAL (VALUES ('shares', shares), ('items', items), ('roots', roots), ('talks', talks), ('opportunities', opportunities),
    ('missions', missions), ('offers', offers), ('negotiations', negotiations), ('debriefs', debriefs), ('rounds', rounds)) AS kept(name, ids);
END $$;

-- What policies ask, by name: once a statement, found once a transaction.
DO $$
DECLARE found record;
BEGIN
  FOR found IN SELECT * FROM (VALUES
    ('councils', 'seats'), ('chairs', 'seats'), ('people', 'seats'), ('heard', 'seats'), ('keys', 'seats'),
    ('shares', 'shares'), ('items', 'shares'), ('roots', 'shares'), ('talks', 'shares'), ('opportunities', 'shares'),
    ('missions', 'shares'), ('offers', 'shares'), ('negotiations', 'shares'), ('debriefs', 'shares'), ('rounds', 'shares')) AS sets(name, source)
  LOOP
    EXECUTE format($make$
      CREATE FUNCTION reach_%1$s() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
      $body$ DECLARE
        who text := current_setting('app.user_id', true);
        place text := (SELECT 'app.reach_' || k.word || '.' FROM reach_key k);
        kept text := current_setting(place || '%1$s', true);
      BEGIN
        IF coalesce(who, '') = '' THEN RETURN '{}'; END IF;
        IF starts_with(kept, who || '|') %3$s THEN RETURN split_part(kept, '|', 3); END IF;
        PERFORM learn_%2$s(place);
        RETURN split_part(current_setting(place || '%1$s'), '|', 3);
      END $body$ $make$, found.name, found.source,
      CASE found.source WHEN 'shares' THEN 'AND split_part(kept, ''|'', 2)::float8 > date_part(''epoch'', moment())' ELSE '' END);
  END LOOP;
END $$;

-- People who sit at no table with the viewer any more, and until when they did.
CREATE FUNCTION heard_before() RETURNS TABLE (id uuid, until timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT m.account_id, max(m.ended_at) FROM membership m
   WHERE m.council_id = ANY ((SELECT reach_councils())::uuid[]) AND m.state <> 'active' GROUP BY m.account_id $$;

-- Whose sealed answer the viewer may meet once it is revealed: the owner's; a reader's as long as they have not left the
-- council that they were asked in (to land is not to leave, and a council that closes sends nobody away); a reader of whom
-- the viewer may know. Plain SQL, so that it is planned as part of what asks; the guard's alone.
CREATE FUNCTION answerers(wanted uuid, owner uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS
$$ SELECT owner
   UNION ALL
   SELECT m.account_id FROM share s
   JOIN council c ON c.id = s.council_id
   JOIN membership m ON m.council_id = s.council_id AND (s.reader_id IS NULL OR s.reader_id = m.account_id)
     AND (m.state IN ('active', 'alumnus') OR (m.state = 'left' AND m.ended_at >= c.closed_at))
   WHERE s.item_id = wanted
     AND (m.account_id = viewer() OR owner = viewer() OR m.account_id = ANY ((SELECT reach_people())::uuid[])) $$;
CREATE FUNCTION revealed_reads() RETURNS TABLE (debrief_id uuid, author_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT d.id, author.id FROM debrief d, answerers(d.id, d.owner_id) AS author(id)
   WHERE (d.owner_id = viewer() OR d.id = ANY ((SELECT reach_debriefs())::uuid[])) AND d.reads_state = 'revealed' $$;
CREATE FUNCTION revealed_counters() RETURNS TABLE (round_id uuid, author_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT r.id, author.id FROM round r, answerers(r.id, r.owner_id) AS author(id)
   WHERE (r.owner_id = viewer() OR r.id = ANY ((SELECT reach_rounds())::uuid[])) AND r.state IN ('revealed', 'closed') $$;

-- ---------------------------------------------------------------- questions about one row, for those who write it

-- How somebody may read an item now, whoever asks: as its owner, or by a share that reaches them. A write asks it afresh and
-- never the sets. Plain SQL, so that it is planned as part of what asks; the guard's alone.
CREATE FUNCTION ways_to_read(wanted uuid, account uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS
$$ SELECT i.id FROM item i WHERE i.id = wanted AND i.owner_id = account
   UNION ALL
   SELECT s.id FROM share s
   JOIN membership o ON o.council_id = s.council_id AND o.account_id = s.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
   JOIN membership r ON r.council_id = s.council_id AND r.account_id = account AND r.state = 'active'
   JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
   WHERE s.item_id = wanted AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > moment())
     AND (s.reader_id IS NULL OR (s.reader_id = account AND r.joined_at <= s.created_at)) $$;
CREATE OR REPLACE FUNCTION reads_item(wanted uuid, account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM ways_to_read(wanted, account)) $$;
CREATE OR REPLACE FUNCTION may_read_item(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM ways_to_read(wanted, viewer())) $$;
-- What is said about it, too: of an offer, once its opening is in the log.
CREATE OR REPLACE FUNCTION may_discuss_item(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM ways_to_read(wanted, viewer())) AND EXISTS (
     SELECT FROM item i WHERE i.id = wanted AND (i.kind <> 'offer' OR i.owner_id = viewer()
       OR EXISTS (SELECT FROM view_log v WHERE v.item_id = wanted AND v.reader_id = viewer()))) $$;

CREATE FUNCTION owns_root(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM item i WHERE i.id = wanted AND i.owner_id = viewer() AND i.kind = 'opportunity') $$;

-- Everybody who can read an item now, whoever asks: from the seats of its shares, never from all accounts.
CREATE OR REPLACE FUNCTION item_audience(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS
$$ SELECT i.owner_id FROM item i WHERE i.id = wanted
   UNION
   SELECT r.account_id FROM share s
   JOIN membership o ON o.council_id = s.council_id AND o.account_id = s.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
   JOIN membership r ON r.council_id = s.council_id AND r.state = 'active'
   JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
   WHERE s.item_id = wanted AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > moment())
     AND (s.reader_id IS NULL OR (s.reader_id = r.account_id AND r.joined_at <= s.created_at)) $$;
-- For a viewer: the owner learns of every reader, a reader of those at a table with them.
CREATE OR REPLACE FUNCTION item_readers(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT reader.id FROM item_audience(wanted) AS reader(id)
   WHERE EXISTS (SELECT FROM ways_to_read(wanted, viewer()))
   AND (EXISTS (SELECT FROM item i WHERE i.id = wanted AND i.owner_id = viewer()) OR reader.id IN (
     SELECT theirs.account_id FROM membership mine
     JOIN council c ON c.id = mine.council_id AND c.closed_at IS NULL
     JOIN membership theirs ON theirs.council_id = mine.council_id AND theirs.state = 'active'
     WHERE mine.account_id = viewer() AND mine.state = 'active')) $$;

-- The viewer may add to a conversation: on an own item, or where they hear who began it.
CREATE OR REPLACE FUNCTION may_read_thread(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM thread t WHERE t.id = wanted AND (t.owner_id = viewer() OR (
     EXISTS (SELECT FROM membership mine JOIN membership theirs USING (council_id)
             WHERE mine.account_id = viewer() AND mine.state = 'active' AND theirs.account_id = t.starter_id
               AND (theirs.state = 'active' OR t.created_at <= theirs.ended_at))
     AND EXISTS (SELECT FROM ways_to_read(t.item_id, viewer()))
     AND EXISTS (SELECT FROM item i WHERE i.id = t.item_id AND (i.kind <> 'offer' OR EXISTS (
       SELECT FROM view_log v WHERE v.item_id = i.id AND v.reader_id = viewer())))))) $$;

CREATE OR REPLACE FUNCTION asked_elsewhere(wanted uuid, council uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM item i JOIN share s ON s.item_id = i.id JOIN council c ON c.id = s.council_id AND c.closed_at IS NULL
     JOIN membership o ON o.council_id = s.council_id AND o.account_id = i.owner_id AND o.state = 'active' AND o.joined_at <= s.created_at
     WHERE i.id = wanted AND i.kind IN ('round', 'debrief') AND s.council_id <> council
       AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > moment())) $$;

CREATE OR REPLACE FUNCTION read_seats(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT r.author_id FROM read r WHERE r.debrief_id = wanted AND EXISTS (SELECT FROM ways_to_read(wanted, viewer()))
     AND r.author_id IN (SELECT author FROM answerers(wanted, (SELECT i.owner_id FROM item i WHERE i.id = wanted)) AS author)
   ORDER BY r.author_id $$;
CREATE OR REPLACE FUNCTION round_seats(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.author_id FROM sealed_counter s WHERE s.round_id = wanted AND EXISTS (SELECT FROM ways_to_read(wanted, viewer()))
     AND s.author_id IN (SELECT author FROM answerers(wanted, (SELECT i.owner_id FROM item i WHERE i.id = wanted)) AS author)
   ORDER BY s.author_id $$;

-- Who waited for others looks again at what reaches them.
CREATE OR REPLACE FUNCTION hold_debrief(wanted uuid) RETURNS reads_state LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT FROM debrief d WHERE d.id = wanted AND (SELECT may_read_item(wanted)) FOR UPDATE;
   SELECT forget_reach();
   SELECT d.reads_state FROM debrief d WHERE d.id = wanted AND may_read_item(wanted) $$;
CREATE OR REPLACE FUNCTION hold_round(wanted uuid) RETURNS round_state LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT FROM round r WHERE r.id = wanted AND (SELECT may_read_item(wanted)) FOR UPDATE;
   SELECT forget_reach();
   SELECT r.state FROM round r WHERE r.id = wanted AND may_read_item(wanted) $$;
CREATE FUNCTION hold_turn(key bigint) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT pg_advisory_xact_lock(key);
   SELECT forget_reach() $$;
CREATE OR REPLACE FUNCTION hold_threads(wanted uuid) RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT pg_advisory_xact_lock(hashtextextended('threads ' || wanted, 0));
   SELECT forget_reach();
   SELECT count(*) FROM thread t WHERE t.item_id = wanted AND (SELECT may_discuss_item(wanted)) $$;
CREATE OR REPLACE FUNCTION hold_comments(wanted uuid) RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT pg_advisory_xact_lock(hashtextextended('comments ' || wanted, 0));
   SELECT forget_reach();
   SELECT count(*) FROM comment c WHERE c.thread_id = wanted AND (SELECT may_read_thread(wanted)) $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY[
    'forget_reach()', 'reach_changed()', 'learn_seats(text)', 'learn_shares(text)',
    'answerers(uuid, uuid)', 'ways_to_read(uuid, uuid)',
    'reach_councils()', 'reach_chairs()', 'reach_people()', 'reach_heard()', 'reach_keys()', 'reach_shares()', 'reach_items()',
    'reach_roots()', 'reach_talks()', 'reach_opportunities()', 'reach_missions()', 'reach_offers()', 'reach_negotiations()',
    'reach_debriefs()', 'reach_rounds()', 'heard_before()', 'revealed_reads()', 'revealed_counters()', 'owns_root(uuid)', 'hold_turn(bigint)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO parley_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY[
    'reach_councils()', 'reach_chairs()', 'reach_people()', 'reach_heard()', 'reach_keys()', 'reach_shares()', 'reach_items()',
    'reach_roots()', 'reach_talks()', 'reach_opportunities()', 'reach_missions()', 'reach_offers()', 'reach_negotiations()',
    'reach_debriefs()', 'reach_rounds()', 'heard_before()', 'revealed_reads()', 'revealed_counters()', 'owns_root(uuid)', 'hold_turn(bigint)'
  ] LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO parley_user', f);
  END LOOP;
  GRANT EXECUTE ON FUNCTION hold_turn(bigint) TO parley_identity;
  GRANT EXECUTE ON FUNCTION reach_changed() TO CURRENT_USER;
END $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['council', 'membership', 'item', 'share', 'view_log'] LOOP
    EXECUTE format('CREATE TRIGGER reach_changed AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION reach_changed()', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- who sees which row

ALTER POLICY person_sees ON account USING (id = (SELECT viewer()) OR id = ANY ((SELECT reach_people())::uuid[]));
ALTER POLICY person_unwraps ON sealing_key USING (owner_id = (SELECT viewer()) OR owner_id = ANY ((SELECT reach_keys())::uuid[]));
ALTER POLICY own_receipts ON receipt USING (account_id = (SELECT viewer())) WITH CHECK (account_id = (SELECT viewer()));
ALTER POLICY identity_finds_old ON receipt USING (created_at < (SELECT moment() - interval '2 days'));
ALTER POLICY identity_sweeps ON receipt USING (created_at < (SELECT moment() - interval '2 days'));
ALTER POLICY owner_alone ON gratitude USING (account_id = (SELECT viewer())) WITH CHECK (account_id = (SELECT viewer()));
ALTER POLICY recipient_sees ON notification USING (recipient_id = (SELECT viewer()));

ALTER POLICY member_sees ON council USING (id = ANY ((SELECT reach_councils())::uuid[]));
ALTER POLICY member_sees ON charter USING (council_id = ANY ((SELECT reach_councils())::uuid[]));
ALTER POLICY member_sees ON checklist USING (council_id = ANY ((SELECT reach_councils())::uuid[]));
ALTER POLICY member_sees ON membership
  USING (account_id = (SELECT viewer()) OR council_id = ANY ((SELECT reach_councils())::uuid[]));
DROP POLICY chair_keeps ON invitation;
CREATE POLICY chair_sees ON invitation FOR SELECT TO parley_user USING (council_id = ANY ((SELECT reach_chairs())::uuid[]));
CREATE POLICY chair_invites ON invitation FOR INSERT TO parley_user WITH CHECK (chairs_council(council_id));
CREATE POLICY chair_keeps ON invitation FOR UPDATE TO parley_user
  USING (chairs_council(council_id)) WITH CHECK (chairs_council(council_id));

-- What hangs, hangs on an opportunity: its header is readable with any part of it.
ALTER POLICY owner_makes ON item WITH CHECK (owner_id = (SELECT viewer()) AND (opportunity_id = id OR owns_root(opportunity_id)));
ALTER POLICY reader_sees ON item USING (owner_id = (SELECT viewer())
  OR id = ANY ((SELECT reach_items())::uuid[]) OR id = ANY ((SELECT reach_roots())::uuid[]));
ALTER POLICY reader_sees ON share USING (owner_id = (SELECT viewer()) OR id = ANY ((SELECT reach_shares())::uuid[]));
ALTER POLICY owner_sees ON view_log USING (reader_id = (SELECT viewer()) OR owner_id = (SELECT viewer()));
ALTER POLICY owner_alone ON walk_away USING (owner_id = (SELECT viewer())) WITH CHECK (owner_id = (SELECT viewer()));

-- Nouns and their parts: the owner's, and of whoever the item reaches. Of an offer the content too only once it was opened.
DO $$
DECLARE noun record;
BEGIN
  FOR noun IN SELECT * FROM (VALUES
    ('opportunity', 'id', 'roots'), ('mission', 'id', 'missions'), ('offer', 'id', 'offers'), ('negotiation', 'id', 'negotiations'),
    ('debrief', 'id', 'debriefs'), ('round', 'id', 'rounds'), ('stage_change', 'opportunity_id', 'opportunities'),
    ('offer_version', 'offer_id', 'offers'), ('ask', 'negotiation_id', 'negotiations'), ('objection', 'negotiation_id', 'negotiations'),
    ('move', 'negotiation_id', 'negotiations'), ('evidence', 'negotiation_id', 'negotiations'), ('term', 'negotiation_id', 'negotiations'),
    ('outcome', 'negotiation_id', 'negotiations'), ('tick', 'negotiation_id', 'negotiations')) AS nouns(t, item, reach)
  LOOP
    EXECUTE format('ALTER POLICY reader_sees ON %I USING (owner_id = (SELECT viewer()) OR %I = ANY ((SELECT %I())::uuid[]))',
                   noun.t, noun.item, 'reach_' || noun.reach);
    EXECUTE format('ALTER POLICY owner_makes ON %I WITH CHECK (owner_id = (SELECT viewer()))', noun.t);
    EXECUTE format('ALTER POLICY owner_ends ON %I USING (owner_id = (SELECT viewer()))', noun.t);
    IF noun.t <> 'offer_version' THEN
      EXECUTE format('ALTER POLICY owner_writes ON %I USING (owner_id = (SELECT viewer())) WITH CHECK (owner_id = (SELECT viewer()))', noun.t);
    END IF;
  END LOOP;
END $$;
ALTER POLICY owner_makes ON mission WITH CHECK (owner_id = (SELECT viewer()) AND owns_item(opportunity_id));
ALTER POLICY owner_makes ON negotiation WITH CHECK (owner_id = (SELECT viewer()) AND owns_item(offer_id));
ALTER POLICY owner_makes ON round WITH CHECK (owner_id = (SELECT viewer()) AND owns_item(negotiation_id));
ALTER POLICY owner_shares ON share WITH CHECK (owner_id = (SELECT viewer()) AND in_council(council_id)
  AND NOT asked_elsewhere(item_id, council_id) AND (reader_id IS NULL OR EXISTS (
    SELECT FROM membership seat WHERE seat.council_id = share.council_id AND seat.account_id = share.reader_id AND seat.state = 'active')));
ALTER POLICY owner_changes ON share USING (owner_id = (SELECT viewer())) WITH CHECK (owner_id = (SELECT viewer()));

-- An answer is its author's until all are revealed together.
ALTER POLICY blind ON read
  USING (author_id = (SELECT viewer()) OR (debrief_id, author_id) IN (SELECT shown.debrief_id, shown.author_id FROM revealed_reads() shown));
ALTER POLICY blind ON sealed_counter
  USING (author_id = (SELECT viewer()) OR (round_id, author_id) IN (SELECT shown.round_id, shown.author_id FROM revealed_counters() shown));

-- Of a conversation: all on an own item; on another's what was begun, and what is said, by somebody whom the viewer hears.
ALTER POLICY reader_sees ON thread USING (owner_id = (SELECT viewer()) OR (
  item_id = ANY ((SELECT reach_talks())::uuid[])
  AND (starter_id = ANY ((SELECT reach_heard())::uuid[])
       OR EXISTS (SELECT FROM heard_before() heard WHERE heard.id = starter_id AND created_at <= heard.until))));
ALTER POLICY reader_sees ON comment USING (owner_id = (SELECT viewer()) OR (
  item_id = ANY ((SELECT reach_talks())::uuid[])
  AND (starter_id = ANY ((SELECT reach_heard())::uuid[])
       OR EXISTS (SELECT FROM heard_before() heard WHERE heard.id = starter_id AND begun_at <= heard.until))
  AND (author_id = ANY ((SELECT reach_heard())::uuid[])
       OR EXISTS (SELECT FROM heard_before() heard WHERE heard.id = author_id AND created_at <= heard.until))));
ALTER POLICY reader_settles ON thread USING (may_discuss_item(item_id) AND (starter_id = (SELECT viewer()) OR owner_id = (SELECT viewer())));

-- What policies asked for a row until now.
DROP FUNCTION readable_threads(), own_threads(), heard_people(), answer_counts(uuid, uuid), may_read_root(uuid),
  share_reaches_viewer(share), knows_account(uuid);
