-- Who played an employer goes: a brief or an answer that nobody has been shown goes with them; what lies open stays, without a name.
GRANT SELECT (author_id, owner_id, opened), DELETE ON rehearsal_note TO parley_leave;
CREATE POLICY leaver_looks ON rehearsal_note FOR SELECT TO parley_leave USING (true);
CREATE POLICY leaver_ends ON rehearsal_note FOR DELETE TO parley_leave USING (true);

GRANT CREATE ON SCHEMA public TO parley_leave;
CREATE OR REPLACE FUNCTION end_account(leaver uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(leaver::text, 30));
  IF NOT EXISTS (SELECT FROM account WHERE id = leaver) THEN RETURN false; END IF;
  PERFORM end_seats(leaver);
  DELETE FROM read WHERE author_id = leaver AND owner_id <> leaver;
  DELETE FROM sealed_counter WHERE author_id = leaver AND owner_id <> leaver AND NOT frozen;
  DELETE FROM rehearsal_note WHERE author_id = leaver AND owner_id <> leaver AND NOT opened;
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
REVOKE CREATE ON SCHEMA public FROM parley_leave;
