-- An account ends: a role of its own takes away what is the person's, and its key with it. What they gave to others stays there
-- without a name. Their seat stays as an ended one, so that what they said until then is still heard: it names an account no more.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_leave') THEN CREATE ROLE parley_leave NOLOGIN; END IF;
END $$;
GRANT parley_leave TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO parley_leave;

ALTER TABLE membership DROP CONSTRAINT membership_account_id_fkey;

-- What goes without a foreign key that would take it along, and what of others' is touched.
GRANT SELECT (id, email_hash), DELETE ON account TO parley_leave;
GRANT SELECT (owner_id), DELETE ON sealing_key, walk_away TO parley_leave;
GRANT SELECT (account_id), DELETE ON receipt, inbox, event TO parley_leave;
GRANT SELECT (recipient_id), DELETE, INSERT (id, recipient_id, actor_id, kind, council_id) ON notification TO parley_leave;
GRANT SELECT (council_id, used_at, used_by_id, revoked_at, address_hash), DELETE, UPDATE (revoked_at) ON invitation TO parley_leave;
GRANT SELECT (author_id, owner_id), DELETE ON read TO parley_leave;
GRANT SELECT (author_id, owner_id, frozen), DELETE ON sealed_counter TO parley_leave;
GRANT SELECT (council_id, account_id, role, state, joined_at), UPDATE (role, state, ended_at, farewell) ON membership TO parley_leave;
GRANT SELECT (id, closed_at), UPDATE (closed_at), DELETE ON council TO parley_leave;
-- What stays is counted, so that it is said before.
GRANT SELECT (owner_id, kind) ON item TO parley_leave;
GRANT SELECT (author_id, owner_id, deleted_at) ON comment TO parley_leave;
GRANT SELECT (author_id, withdrawn_at) ON help_answer TO parley_leave;
GRANT SELECT (author_id) ON meeting_note, checklist TO parley_leave;
GRANT SELECT (reader_id, owner_id) ON view_log TO parley_leave;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['account', 'sealing_key', 'walk_away', 'receipt', 'inbox', 'event', 'notification', 'invitation', 'read',
    'sealed_counter', 'membership', 'council', 'item', 'comment', 'help_answer', 'meeting_note', 'checklist', 'view_log'] LOOP
    EXECUTE format('CREATE POLICY leaver_looks ON %I FOR SELECT TO parley_leave USING (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['account', 'sealing_key', 'walk_away', 'receipt', 'inbox', 'event', 'notification', 'invitation', 'read',
    'sealed_counter', 'council'] LOOP
    EXECUTE format('CREATE POLICY leaver_ends ON %I FOR DELETE TO parley_leave USING (true)', name);
  END LOOP;
END $$;
CREATE POLICY leaver_tells ON notification FOR INSERT TO parley_leave WITH CHECK (kind = 'left');
CREATE POLICY leaver_revokes ON invitation FOR UPDATE TO parley_leave USING (true) WITH CHECK (true);
CREATE POLICY leaver_stands_up ON membership FOR UPDATE TO parley_leave USING (true) WITH CHECK (true);
CREATE POLICY leaver_closes ON council FOR UPDATE TO parley_leave USING (true) WITH CHECK (true);

GRANT CREATE ON SCHEMA public TO parley_leave;

-- Where the viewer sits: with how many others, whether they chair, who has sat there longest after them, and whether anybody else ever did.
CREATE FUNCTION departure_seats() RETURNS TABLE (council_id uuid, others integer, chairs boolean, successor uuid, alone boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.council_id,
    (SELECT count(*) FROM membership o WHERE o.council_id = m.council_id AND o.state = 'active' AND o.account_id <> m.account_id)::integer,
    m.role = 'moderator',
    (SELECT o.account_id FROM membership o WHERE o.council_id = m.council_id AND o.state = 'active' AND o.account_id <> m.account_id
      ORDER BY o.joined_at, o.account_id LIMIT 1),
    NOT EXISTS (SELECT FROM membership o WHERE o.council_id = m.council_id AND o.account_id <> m.account_id)
  FROM membership m WHERE m.account_id = viewer() AND m.state = 'active' ORDER BY m.joined_at, m.council_id
$$;

-- What goes and what stays of the viewer's, in numbers.
CREATE FUNCTION departure_counts() RETURNS TABLE (opportunities integer, offers integer, negotiations integer, debriefs integer,
  comments integer, answers integer, notes integer, checklists integer, counters_kept integer, counters_gone integer, reads_gone integer, openings integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT
    (SELECT count(*) FROM item WHERE owner_id = viewer() AND kind = 'opportunity')::integer,
    (SELECT count(*) FROM item WHERE owner_id = viewer() AND kind = 'offer')::integer,
    (SELECT count(*) FROM item WHERE owner_id = viewer() AND kind = 'negotiation')::integer,
    (SELECT count(*) FROM item WHERE owner_id = viewer() AND kind = 'debrief')::integer,
    (SELECT count(*) FROM comment WHERE author_id = viewer() AND owner_id <> viewer() AND deleted_at IS NULL)::integer,
    (SELECT count(*) FROM help_answer WHERE author_id = viewer() AND withdrawn_at IS NULL)::integer,
    (SELECT count(*) FROM meeting_note WHERE author_id = viewer())::integer,
    (SELECT count(*) FROM checklist WHERE author_id = viewer())::integer,
    (SELECT count(*) FROM sealed_counter WHERE author_id = viewer() AND owner_id <> viewer() AND frozen)::integer,
    (SELECT count(*) FROM sealed_counter WHERE author_id = viewer() AND owner_id <> viewer() AND NOT frozen)::integer,
    (SELECT count(*) FROM read WHERE author_id = viewer() AND owner_id <> viewer())::integer,
    (SELECT count(*) FROM view_log WHERE reader_id = viewer() AND owner_id <> viewer())::integer
$$;

-- Stands up from every council: the chair passes to who has sat there longest, a table without anybody closes, and one where nobody
-- else ever sat goes with its key.
CREATE FUNCTION end_seats(leaver uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE seat record; heir uuid;
BEGIN
  FOR seat IN SELECT m.council_id, m.role FROM membership m WHERE m.account_id = leaver AND m.state = 'active' ORDER BY m.council_id LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended(seat.council_id::text, 20));
    SELECT o.account_id INTO heir FROM membership o
      WHERE o.council_id = seat.council_id AND o.state = 'active' AND o.account_id <> leaver ORDER BY o.joined_at, o.account_id LIMIT 1;
    IF NOT EXISTS (SELECT FROM membership o WHERE o.council_id = seat.council_id AND o.account_id <> leaver) THEN
      DELETE FROM council WHERE id = seat.council_id;
      DELETE FROM sealing_key WHERE owner_id = seat.council_id;
      CONTINUE;
    END IF;
    IF heir IS NULL THEN
      UPDATE council SET closed_at = moment() WHERE id = seat.council_id AND closed_at IS NULL;
      UPDATE invitation SET revoked_at = moment() WHERE council_id = seat.council_id AND used_at IS NULL AND revoked_at IS NULL;
    ELSIF EXISTS (SELECT FROM membership m WHERE m.council_id = seat.council_id AND m.account_id = leaver AND m.role = 'moderator') THEN
      UPDATE membership SET role = 'moderator' WHERE council_id = seat.council_id AND account_id = heir;
    END IF;
    INSERT INTO notification (id, recipient_id, actor_id, kind, council_id)
      SELECT gen_random_uuid(), o.account_id, leaver, 'left', seat.council_id FROM membership o
      WHERE o.council_id = seat.council_id AND o.state = 'active' AND o.account_id <> leaver;
    UPDATE membership SET role = 'member', state = 'left', ended_at = moment() WHERE council_id = seat.council_id AND account_id = leaver;
  END LOOP;
  UPDATE membership SET farewell = NULL WHERE account_id = leaver;
END $$;

-- Ends an account, whole. Answers whether there was one.
CREATE FUNCTION end_account(leaver uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(leaver::text, 30));
  IF NOT EXISTS (SELECT FROM account WHERE id = leaver) THEN RETURN false; END IF;
  PERFORM end_seats(leaver);
  DELETE FROM read WHERE author_id = leaver AND owner_id <> leaver;
  DELETE FROM sealed_counter WHERE author_id = leaver AND owner_id <> leaver AND NOT frozen;
  DELETE FROM invitation WHERE used_by_id = leaver OR address_hash = (SELECT email_hash FROM account WHERE id = leaver);
  DELETE FROM walk_away WHERE owner_id = leaver;
  DELETE FROM notification WHERE recipient_id = leaver;
  DELETE FROM event WHERE account_id = leaver;
  DELETE FROM inbox WHERE account_id = leaver;
  DELETE FROM receipt WHERE account_id = leaver;
  DELETE FROM sealing_key WHERE owner_id = leaver;
  DELETE FROM account WHERE id = leaver;
  RETURN true;
END $$;

ALTER FUNCTION departure_seats() OWNER TO parley_leave;
ALTER FUNCTION departure_counts() OWNER TO parley_leave;
ALTER FUNCTION end_seats(uuid) OWNER TO parley_leave;
ALTER FUNCTION end_account(uuid) OWNER TO parley_leave;
REVOKE ALL ON FUNCTION departure_seats(), departure_counts(), end_seats(uuid), end_account(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION departure_seats(), departure_counts() TO parley_user;
GRANT EXECUTE ON FUNCTION end_account(uuid) TO parley_identity;
REVOKE CREATE ON SCHEMA public FROM parley_leave;

-- Nobody acts as a viewer when an account ends: the seat itself tells those who stay.
GRANT CREATE ON SCHEMA public TO parley_guard;
CREATE FUNCTION tell_parting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE people uuid[];
BEGIN
  SELECT array_agg(m.account_id) INTO people FROM membership m WHERE m.council_id = NEW.council_id AND m.state = 'active';
  IF people IS NULL THEN RETURN NULL; END IF;
  PERFORM deliver('council.leave', people, array_fill(NULL::uuid, ARRAY[cardinality(people)]), array_fill(NULL::uuid, ARRAY[cardinality(people)]),
    array_fill(NEW.council_id, ARRAY[cardinality(people)]), array_fill(true, ARRAY[cardinality(people)]), NULL);
  RETURN NULL;
END $$;
ALTER FUNCTION tell_parting() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION tell_parting() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_parting() TO CURRENT_USER;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
CREATE TRIGGER parts AFTER UPDATE OF state ON membership FOR EACH ROW
  WHEN (old.state = 'active' AND new.state <> 'active' AND viewer() IS NULL) EXECUTE FUNCTION tell_parting();
