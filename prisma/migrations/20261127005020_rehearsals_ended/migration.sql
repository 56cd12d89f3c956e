-- With an account goes what its person wrote for the end of others' rehearsals and nobody had been shown. What had been opened
-- stays, as does what was said in the call: of a former member.
GRANT SELECT (opened), DELETE ON rehearsal_note TO parley_guard;

GRANT CREATE ON SCHEMA public TO parley_guard;
CREATE FUNCTION end_notes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  DELETE FROM rehearsal_note n WHERE n.author_id = OLD.id AND NOT n.opened;
  RETURN OLD;
END $$;
CREATE TRIGGER notes_end BEFORE DELETE ON account FOR EACH ROW EXECUTE FUNCTION end_notes();
ALTER FUNCTION end_notes() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION end_notes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_notes() TO CURRENT_USER;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
