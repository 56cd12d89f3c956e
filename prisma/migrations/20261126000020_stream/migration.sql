-- What a person sees that may be stale by now, as events without content: one inbox a person, numbered under the lock of its row.
CREATE TABLE inbox (
  account_id uuid NOT NULL, seq bigint NOT NULL DEFAULT 0, swept bigint NOT NULL DEFAULT 0,
  CONSTRAINT inbox_pkey PRIMARY KEY (account_id)) WITH (fillfactor = 50);
CREATE TABLE event (
  account_id uuid NOT NULL, seq bigint NOT NULL, what text NOT NULL, item_id uuid, opportunity_id uuid, council_id uuid,
  reached boolean NOT NULL, press text, at timestamptz(3) NOT NULL DEFAULT moment(),
  CONSTRAINT event_pkey PRIMARY KEY (account_id, seq));
CREATE INDEX event_at_idx ON event (at);
CREATE TABLE seats_due (item_id uuid NOT NULL, CONSTRAINT seats_due_pkey PRIMARY KEY (item_id));
CREATE TABLE clock_hand (
  id integer NOT NULL DEFAULT 1, shares_at timestamptz(3) NOT NULL DEFAULT moment(), CONSTRAINT clock_hand_pkey PRIMARY KEY (id));
INSERT INTO clock_hand DEFAULT VALUES;
CREATE INDEX share_runs_out ON share (expires_at) WHERE revoked_at IS NULL AND expires_at IS NOT NULL;

ALTER TABLE inbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox FORCE ROW LEVEL SECURITY;
ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE event FORCE ROW LEVEL SECURITY;
ALTER TABLE seats_due ENABLE ROW LEVEL SECURITY;
ALTER TABLE seats_due FORCE ROW LEVEL SECURITY;
ALTER TABLE clock_hand ENABLE ROW LEVEL SECURITY;
ALTER TABLE clock_hand FORCE ROW LEVEL SECURITY;

GRANT SELECT ON inbox, event TO parley_user;
GRANT SELECT, INSERT, UPDATE ON inbox TO parley_guard;
GRANT SELECT, INSERT, DELETE ON event TO parley_guard;
GRANT SELECT, INSERT, DELETE ON seats_due TO parley_guard;
GRANT SELECT, UPDATE ON clock_hand TO parley_guard;
GRANT SELECT (id) ON comment TO parley_guard;

CREATE POLICY own_inbox ON inbox FOR SELECT TO parley_user USING (account_id = (SELECT viewer()));
CREATE POLICY guard_numbers ON inbox FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY recipient_hears ON event FOR SELECT TO parley_user USING (
  account_id = (SELECT viewer()) AND (NOT reached OR item_id = ANY ((SELECT reach_items())::uuid[])
    OR item_id = ANY ((SELECT reach_roots())::uuid[]) OR council_id = ANY ((SELECT reach_councils())::uuid[])));
CREATE POLICY guard_tells ON event FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY guard_counts ON seats_due FOR ALL TO parley_guard USING (true) WITH CHECK (true);
CREATE POLICY guard_reads ON clock_hand FOR ALL TO parley_guard USING (true) WITH CHECK (true);

GRANT CREATE ON SCHEMA public TO parley_guard;

-- Writes one event for each of these people: the inboxes are held in the order of their ids, so that nobody waits in a circle.
CREATE FUNCTION deliver(what text, people uuid[], items uuid[], openings uuid[], councils uuid[], reaches boolean[], press text)
RETURNS void LANGUAGE plpgsql VOLATILE AS
$$ DECLARE held integer; wanted integer; batch text;
BEGIN
  SELECT count(DISTINCT p.id) INTO wanted FROM unnest(people) AS p(id);
  IF wanted = 0 THEN RETURN; END IF;
  SELECT count(*) INTO held FROM (SELECT FROM inbox i WHERE i.account_id = ANY (people) ORDER BY i.account_id FOR UPDATE) AS rows;
  IF held < wanted THEN
    INSERT INTO inbox (account_id) SELECT DISTINCT p.id FROM unnest(people) AS p(id) ORDER BY 1 ON CONFLICT DO NOTHING;
    PERFORM FROM inbox i WHERE i.account_id = ANY (people) ORDER BY i.account_id FOR UPDATE;
  END IF;
  WITH given AS (
    SELECT g.*, row_number() OVER (PARTITION BY g.account ORDER BY g.place) AS step
    FROM unnest(people, items, openings, councils, reaches) WITH ORDINALITY AS g(account, item, opening, council, reached, place)),
  numbered AS (
    UPDATE inbox i SET seq = i.seq + n.steps FROM (SELECT g.account, max(g.step) AS steps FROM given g GROUP BY 1) n
    WHERE i.account_id = n.account RETURNING i.account_id, i.seq - n.steps AS before)
  INSERT INTO event (account_id, seq, what, item_id, opportunity_id, council_id, reached, press)
  SELECT g.account, n.before + g.step, deliver.what, g.item, g.opening, g.council, g.reached,
         CASE WHEN g.account = viewer() THEN deliver.press END
  FROM given g JOIN numbered n ON n.account_id = g.account;
  FOR batch IN SELECT string_agg(p.id::text, ',') FROM (
    SELECT d.id, (row_number() OVER () - 1) / 100 AS part FROM (SELECT DISTINCT q.id FROM unnest(people) AS q(id)) d) p GROUP BY p.part
  LOOP PERFORM pg_notify('parley_event', batch); END LOOP;
END $$;

-- Everybody whom an item reaches, its owner too, who hears this person: nobody is told of what they could not see.
CREATE FUNCTION who_hears(item uuid, owner uuid, speaker uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS
$$ SELECT reader.id FROM item_audience(item) AS reader(id)
   WHERE reader.id = owner OR reader.id = speaker OR owner = speaker OR EXISTS (
     SELECT FROM membership mine JOIN membership theirs USING (council_id)
     WHERE mine.account_id = reader.id AND mine.state = 'active' AND theirs.account_id = speaker AND theirs.state = 'active') $$;

-- The same for what is said in a conversation: of an offer only those who have opened it, and who hear who began it.
CREATE FUNCTION who_follows(item uuid, owner uuid, speaker uuid, about uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS
$$ WITH begun AS (
     SELECT t.starter_id, t.created_at FROM thread t
     WHERE t.id = about OR t.id = (SELECT c.thread_id FROM comment c WHERE c.id = about) LIMIT 1)
   SELECT hearer.id FROM who_hears(item, owner, speaker) AS hearer(id)
   WHERE hearer.id = owner OR hearer.id = speaker OR (
     (EXISTS (SELECT FROM item i WHERE i.id = item AND i.kind <> 'offer')
       OR EXISTS (SELECT FROM view_log v WHERE v.item_id = item AND v.reader_id = hearer.id))
     AND NOT EXISTS (SELECT FROM begun b WHERE b.starter_id NOT IN (hearer.id, owner) AND NOT EXISTS (
       SELECT FROM membership mine JOIN membership theirs USING (council_id)
       WHERE mine.account_id = hearer.id AND mine.state = 'active' AND theirs.account_id = b.starter_id
         AND (theirs.state = 'active' OR b.created_at <= theirs.ended_at)))) $$;

-- Whether what was sealed blind is open by now: before, nobody else is told that somebody has sealed.
CREATE FUNCTION is_shown(item uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT FROM round r WHERE r.id = item AND r.state IN ('revealed', 'closed'))
     OR EXISTS (SELECT FROM debrief d WHERE d.id = item AND d.reads_state = 'revealed') $$;

-- Whom an act concerns: by the word that its procedure is declared with.
CREATE FUNCTION who_is_told(whom text, item uuid, opening uuid, council uuid, about uuid)
RETURNS TABLE (account uuid, reached boolean) LANGUAGE plpgsql STABLE AS
$$ DECLARE me uuid := viewer(); owner uuid; this xid := pg_current_xact_id_if_assigned()::xid;
BEGIN
  SELECT i.owner_id INTO owner FROM item i WHERE i.id = coalesce(item, opening);
  RETURN QUERY SELECT me, false;
  IF whom = 'owner' OR (whom = 'blind' AND NOT is_shown(item)) THEN RETURN QUERY SELECT owner, false WHERE whom = 'owner';
  ELSIF whom IN ('item', 'blind') THEN RETURN QUERY SELECT h, h <> owner FROM who_hears(item, owner, me) h;
  ELSIF whom = 'talk' THEN RETURN QUERY SELECT h, h <> owner FROM who_follows(item, owner, me, about) h;
  ELSIF whom = 'opening' THEN
    RETURN QUERY SELECT h, h <> owner FROM item part, who_hears(part.id, owner, me) h WHERE part.opportunity_id = opening;
  ELSIF whom = 'sharing' THEN
    RETURN QUERY SELECT h, h <> owner FROM who_hears(item, owner, me) h;
    -- who has just lost it is told all the same
    RETURN QUERY SELECT m.account_id, false FROM share s JOIN membership m ON m.council_id = s.council_id AND m.state = 'active'
      WHERE s.item_id = item AND s.xmin = this AND (s.reader_id IS NULL OR s.reader_id = m.account_id);
  ELSIF whom = 'council' THEN
    RETURN QUERY SELECT m.account_id, true FROM membership m WHERE m.council_id = council AND m.state = 'active';
  ELSIF whom = 'seats' THEN
    RETURN QUERY SELECT m.account_id, false FROM membership m WHERE m.council_id = council AND (m.state = 'active' OR m.xmin = this);
  END IF;
END $$;

-- Whom an item reached that is being deleted: kept until the act is told of, in a setting of the guard's.
CREATE FUNCTION remember_parting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE place text := (SELECT 'app.reach_' || k.word || '.parted' FROM reach_key k);
BEGIN
  PERFORM set_config(place, (SELECT array_agg(DISTINCT p.id) FROM (
    SELECT unnest(coalesce(nullif(current_setting(place, true), ''), '{}')::uuid[]) UNION SELECT item_audience(OLD.id)) AS p(id))::text, true);
  RETURN OLD;
END $$;
CREATE TRIGGER parts BEFORE DELETE ON item FOR EACH ROW EXECUTE FUNCTION remember_parting();

-- What the guard says at the end of every act, in its transaction: this has been done, to that.
CREATE FUNCTION tell(what text, whom text, item uuid, opening uuid, council uuid, about uuid, press text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE people uuid[]; reaches boolean[]; place text := (SELECT 'app.reach_' || k.word || '.parted' FROM reach_key k);
BEGIN
  IF viewer() IS NULL THEN RETURN; END IF;
  IF whom = 'blind' AND NOT is_shown(item) THEN INSERT INTO seats_due (item_id) VALUES (item) ON CONFLICT DO NOTHING; END IF;
  SELECT array_agg(t.account), array_agg(t.reached) INTO people, reaches FROM (
    SELECT all_told.account, bool_and(all_told.reached) AS reached FROM (
      SELECT w.account, w.reached FROM who_is_told(whom, item, opening, council, about) w WHERE w.account IS NOT NULL
      UNION ALL SELECT unnest(coalesce(nullif(current_setting(place, true), ''), '{}')::uuid[]), false) all_told GROUP BY 1) t;
  PERFORM deliver(what, people, array_fill(item, ARRAY[cardinality(people)]), array_fill(opening, ARRAY[cardinality(people)]),
    array_fill(council, ARRAY[cardinality(people)]), reaches, press);
END $$;

-- What the clock or a trigger says of items, as nobody: all whom they reach, and who is named besides, have something to look at.
CREATE FUNCTION tell_items(what text, items uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE people uuid[]; about uuid[]; openings uuid[]; reaches boolean[];
BEGIN
  SELECT array_agg(p.id), array_agg(i.id), array_agg(i.opportunity_id), array_agg(p.id <> i.owner_id)
    INTO people, about, openings, reaches
    FROM item i CROSS JOIN LATERAL item_audience(i.id) AS p(id) WHERE i.id = ANY (items);
  PERFORM deliver(what, people, about, openings, array_fill(NULL::uuid, ARRAY[cardinality(people)]), reaches, NULL);
END $$;

-- A reveal that nobody did, because its time had come.
CREATE FUNCTION tell_reveal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN PERFORM tell_items('clock.revealed', ARRAY[NEW.id]); RETURN NULL; END $$;
CREATE TRIGGER reveals AFTER UPDATE OF state ON round FOR EACH ROW
  WHEN (NEW.state = 'revealed' AND OLD.state <> 'revealed' AND viewer() IS NULL) EXECUTE FUNCTION tell_reveal();

-- A seat that the identity desk gives: there is no act of the guard's that could tell.
CREATE FUNCTION tell_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE people uuid[];
BEGIN
  SELECT array_agg(m.account_id) INTO people FROM membership m WHERE m.council_id = NEW.council_id AND m.state = 'active';
  PERFORM deliver('invitation.accept', people, array_fill(NULL::uuid, ARRAY[cardinality(people)]), array_fill(NULL::uuid, ARRAY[cardinality(people)]),
    array_fill(NEW.council_id, ARRAY[cardinality(people)]), array_fill(true, ARRAY[cardinality(people)]), NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER seats AFTER INSERT OR UPDATE ON membership FOR EACH ROW
  WHEN (NEW.state = 'active' AND viewer() IS NULL) EXECUTE FUNCTION tell_seat();

-- A session that ends rings at its person's streams, which look again and find it gone.
CREATE FUNCTION ring_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN PERFORM pg_notify('parley_event', OLD.account_id::text); RETURN NULL; END $$;
CREATE TRIGGER rings AFTER DELETE ON session FOR EACH ROW EXECUTE FUNCTION ring_ended();

-- Shares that ran out since the clock last looked, told once whoever asks: their owner, and all whom they reached.
CREATE FUNCTION tell_run_out() RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE since timestamptz; people uuid[]; items uuid[]; openings uuid[];
BEGIN
  SELECT h.shares_at INTO since FROM clock_hand h;
  IF since <= moment() AND NOT EXISTS (
    SELECT FROM share s WHERE s.revoked_at IS NULL AND s.expires_at > since AND s.expires_at <= moment()) THEN RETURN 0; END IF;
  SELECT h.shares_at INTO since FROM clock_hand h FOR UPDATE SKIP LOCKED;
  IF since IS NULL THEN RETURN 0; END IF;
  SELECT array_agg(t.account), array_agg(t.item), array_agg(t.opening) INTO people, items, openings FROM (
    SELECT DISTINCT m.account_id AS account, s.item_id AS item, s.opportunity_id AS opening
    FROM share s JOIN membership m ON m.council_id = s.council_id AND m.state = 'active'
      AND (s.reader_id IS NULL OR s.reader_id = m.account_id OR s.owner_id = m.account_id)
    WHERE s.revoked_at IS NULL AND s.expires_at > since AND s.expires_at <= moment()) t;
  UPDATE clock_hand SET shares_at = moment();
  IF people IS NULL THEN RETURN 0; END IF;
  PERFORM deliver('clock.ranOut', people, items, openings, array_fill(NULL::uuid, ARRAY[cardinality(people)]),
    array_fill(false, ARRAY[cardinality(people)]), NULL);
  RETURN cardinality(people);
END $$;

-- Seats that were taken since the last time, told together: neither who nor in which order.
CREATE FUNCTION tell_seats() RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE due uuid[];
BEGIN
  WITH taken AS (DELETE FROM seats_due RETURNING item_id) SELECT array_agg(t.item_id) INTO due FROM taken t;
  IF due IS NULL THEN RETURN 0; END IF;
  PERFORM tell_items('clock.seats', due);
  RETURN cardinality(due);
END $$;

-- What is older than a day is told to nobody any more: who comes back later is told that all may be stale.
CREATE FUNCTION sweep_events() RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE gone integer;
BEGIN
  PERFORM FROM inbox i WHERE i.account_id IN (SELECT e.account_id FROM event e WHERE e.at < moment() - interval '1 day')
    ORDER BY i.account_id FOR UPDATE;
  WITH old AS (DELETE FROM event e WHERE e.at < moment() - interval '1 day' RETURNING e.account_id, e.seq),
  last AS (SELECT o.account_id, max(o.seq) AS seq FROM old o GROUP BY 1),
  noted AS (UPDATE inbox i SET swept = greatest(i.swept, l.seq) FROM last l WHERE i.account_id = l.account_id)
  SELECT count(*) INTO gone FROM old;
  RETURN gone;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY[
    'deliver(text, uuid[], uuid[], uuid[], uuid[], boolean[], text)', 'who_hears(uuid, uuid, uuid)', 'who_follows(uuid, uuid, uuid, uuid)',
    'is_shown(uuid)', 'who_is_told(text, uuid, uuid, uuid, uuid)', 'remember_parting()', 'tell(text, text, uuid, uuid, uuid, uuid, text)',
    'tell_items(text, uuid[])', 'tell_reveal()', 'tell_seat()', 'ring_ended()', 'tell_run_out()', 'tell_seats()', 'sweep_events()'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO parley_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['remember_parting()', 'tell_reveal()', 'tell_seat()', 'ring_ended()'] LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO CURRENT_USER', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION tell(text, text, uuid, uuid, uuid, uuid, text) TO parley_user;
GRANT EXECUTE ON FUNCTION tell_run_out(), tell_seats(), sweep_events() TO parley_clock;

REVOKE CREATE ON SCHEMA public FROM parley_guard;
