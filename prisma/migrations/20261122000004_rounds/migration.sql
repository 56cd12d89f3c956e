-- Sealing a counter and revealing all of them meet at one row: the round's. Whoever holds it decides.
GRANT UPDATE ON round TO parley_guard;
CREATE POLICY guard_reveals ON round FOR UPDATE TO parley_guard USING (true) WITH CHECK (true);
GRANT CREATE ON SCHEMA public TO parley_guard;

-- Holds the round until the end of the transaction and says in which state it is; nothing for who may not read it.
-- (A reader could not lock it otherwise: the row is the owner's to write.)
CREATE FUNCTION hold_round(wanted uuid) RETURNS round_state LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT r.state FROM round r WHERE r.id = wanted AND may_read_item(wanted) FOR UPDATE $$;

-- Reveals when, and only when, everybody asked has sealed, or the deadline has come by this clock and enough have.
-- Whoever reads or seals next calls it; the owner's target is nobody's counter.
CREATE FUNCTION reveal_round_when_due(wanted uuid) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH asked AS (
     SELECT reader.id,
            EXISTS (SELECT FROM sealed_counter s WHERE s.round_id = wanted AND s.author_id = reader.id AND NOT s.late) AS sealed
     FROM item_readers(wanted) AS reader(id), item i WHERE i.id = wanted AND reader.id <> i.owner_id),
   seats AS (SELECT count(*) AS everybody, count(*) FILTER (WHERE sealed) AS sealed FROM asked),
   revealed AS (
     UPDATE round r SET state = 'revealed', revealed_at = clock_timestamp()
     FROM seats
     WHERE r.id = wanted AND r.state = 'open' AND may_read_item(wanted) AND seats.everybody > 0
       AND (seats.sealed = seats.everybody OR (r.deadline_at <= clock_timestamp() AND seats.sealed >= r.quorum))
     RETURNING r.id)
   SELECT EXISTS (SELECT FROM revealed) $$;

-- A negotiation takes its rounds along; their items, which only point at the opportunity, go with them.
GRANT DELETE ON item TO parley_guard;
CREATE POLICY guard_ends ON item FOR DELETE TO parley_guard USING (kind = 'round');
CREATE FUNCTION end_round_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN DELETE FROM item WHERE id = OLD.id AND kind = 'round'; RETURN NULL; END $$;
CREATE TRIGGER round_ended AFTER DELETE ON round FOR EACH ROW EXECUTE FUNCTION end_round_item();

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['hold_round(uuid)', 'reveal_round_when_due(uuid)', 'end_round_item()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO parley_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO parley_user', f);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
