-- Sealing a read and revealing all of them meet at one row: the debrief's. Whoever holds it decides.
GRANT UPDATE ON debrief TO parley_guard;
CREATE POLICY guard_reveals ON debrief FOR UPDATE TO parley_guard USING (true) WITH CHECK (true);
GRANT CREATE ON SCHEMA public TO parley_guard;

-- Holds the debrief until the end of the transaction and says in which state its reads are; nothing for who may not read it.
-- (A reader could not lock it otherwise: the row is the owner's to write.)
CREATE FUNCTION hold_debrief(wanted uuid) RETURNS reads_state LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT d.reads_state FROM debrief d WHERE d.id = wanted AND may_read_item(wanted) FOR UPDATE $$;

-- Reveals when, and only when, everybody who can read it has sealed and somebody besides the owner can. The last one to seal calls it.
CREATE FUNCTION reveal_when_complete(wanted uuid) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH revealed AS (
     UPDATE debrief SET reads_state = 'revealed', revealed_at = clock_timestamp()
     WHERE id = wanted AND reads_state = 'open' AND may_read_item(wanted)
       AND (SELECT count(*) FROM item_readers(wanted)) > 1
       AND NOT EXISTS (SELECT FROM item_readers(wanted) AS reader(id)
                       WHERE NOT EXISTS (SELECT FROM read r WHERE r.debrief_id = wanted AND r.author_id = reader.id))
     RETURNING id)
   SELECT EXISTS (SELECT FROM revealed) $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['hold_debrief(uuid)', 'reveal_when_complete(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO parley_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO parley_user', f);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
