-- Seats change at noon and at midnight, for everybody: that somebody has sealed is told then, and not before.
ALTER TABLE seats_due ADD COLUMN due_at timestamptz(3) NOT NULL
  DEFAULT to_timestamp((floor(extract(epoch FROM moment()) / 43200) + 1) * 43200);

CREATE OR REPLACE FUNCTION tell_seats() RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE due uuid[];
BEGIN
  WITH taken AS (DELETE FROM seats_due d WHERE d.due_at <= moment() RETURNING d.item_id) SELECT array_agg(t.item_id) INTO due FROM taken t;
  IF due IS NULL THEN RETURN 0; END IF;
  PERFORM tell_items('clock.seats', due);
  RETURN cardinality(due);
END $$;

-- Column by column, as everywhere.
REVOKE UPDATE ON inbox, clock_hand FROM parley_guard;
GRANT UPDATE (seq, swept) ON inbox TO parley_guard;
GRANT UPDATE (shares_at) ON clock_hand TO parley_guard;
