-- Seats of a debrief's reads change together, at noon and midnight of UTC: one that changed at once told when its person came.
ALTER TABLE "read" ADD COLUMN "shown_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment();

GRANT CREATE ON SCHEMA public TO parley_guard;
-- The owner seals with the asking, which all are told of; everybody else is shown from the next set moment on.
CREATE FUNCTION read_turns() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  NEW.shown_at := CASE WHEN NEW.author_id = (SELECT d.owner_id FROM debrief d WHERE d.id = NEW.debrief_id) THEN moment()
    ELSE to_timestamp((floor(extract(epoch FROM moment()) / 43200) + 1) * 43200) END;
  RETURN NEW;
END $$;
ALTER FUNCTION read_turns() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION read_turns() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_turns() TO CURRENT_USER;
CREATE TRIGGER read_turns BEFORE INSERT ON "read" FOR EACH ROW EXECUTE FUNCTION read_turns();

-- What anybody is answered; read_seats() stays with the rules, which act on what is sealed now and answer nobody with it.
CREATE FUNCTION shown_read_seats(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT seat FROM read_seats(wanted) AS seat JOIN "read" r ON r.debrief_id = wanted AND r.author_id = seat
    JOIN debrief d ON d.id = wanted
  WHERE seat = viewer() OR d.reads_state = 'revealed' OR r.shown_at <= moment() ORDER BY seat $$;
ALTER FUNCTION shown_read_seats(uuid) OWNER TO parley_guard;
REVOKE ALL ON FUNCTION shown_read_seats(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shown_read_seats(uuid) TO parley_user;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
