-- Reach, 1 of 3. Whose a row is stands on the row: row-level security then compares columns with sets and looks at no
-- second table. The id of the item stands there already as the id of the parent, except on a comment.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'opportunity', 'mission', 'offer', 'negotiation', 'debrief', 'round', 'stage_change', 'offer_version', 'ask', 'objection',
    'move', 'evidence', 'term', 'outcome', 'tick', 'read', 'sealed_counter', 'share', 'view_log', 'thread', 'comment'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN owner_id uuid', t);
  END LOOP;
END $$;
-- A share says of its item what it is and where it hangs.
ALTER TABLE share ADD COLUMN kind item_kind, ADD COLUMN opportunity_id uuid;
-- Of its thread a comment says the item, who began it and when: what decides whether it is heard.
ALTER TABLE comment ADD COLUMN item_id uuid, ADD COLUMN starter_id uuid, ADD COLUMN begun_at timestamptz(3);

-- ---------------------------------------------------------------- nobody lies about the owner

-- A new row carries what is true of its item, given or not; another value is refused, whoever writes. One function for
-- each name that the item's id has, so that no row is turned inside out to find it.
GRANT CREATE ON SCHEMA public TO parley_guard;
DO $$
DECLARE parent text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['id', 'opportunity_id', 'offer_id', 'negotiation_id', 'debrief_id', 'round_id', 'item_id'] LOOP
    EXECUTE format($make$
      CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
      $body$ DECLARE truth uuid := (SELECT i.owner_id FROM item i WHERE i.id = NEW.%I);
      BEGIN
        IF NEW.owner_id <> truth THEN
          RAISE insufficient_privilege USING MESSAGE = 'A row belongs to the owner of its item.';
        END IF;
        NEW.owner_id := truth;
        RETURN NEW;
      END $body$ $make$, 'owned_by_' || parent, parent);
    EXECUTE format('ALTER FUNCTION %I() OWNER TO parley_guard', 'owned_by_' || parent);
    EXECUTE format('REVOKE ALL ON FUNCTION %I() FROM PUBLIC', 'owned_by_' || parent);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %I() TO CURRENT_USER', 'owned_by_' || parent);
  END LOOP;
END $$;

CREATE FUNCTION shares_an_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE i item;
BEGIN
  SELECT * INTO i FROM item WHERE id = NEW.item_id;
  IF NEW.owner_id <> i.owner_id OR NEW.kind <> i.kind OR NEW.opportunity_id <> i.opportunity_id THEN
    RAISE insufficient_privilege USING MESSAGE = 'A share says of its item what is true.';
  END IF;
  NEW.owner_id := i.owner_id; NEW.kind := i.kind; NEW.opportunity_id := i.opportunity_id;
  RETURN NEW;
END $$;

CREATE FUNCTION placed_in_thread() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE t thread;
BEGIN
  SELECT * INTO t FROM thread WHERE id = NEW.thread_id;
  IF NEW.owner_id <> t.owner_id OR NEW.item_id <> t.item_id OR NEW.starter_id <> t.starter_id OR NEW.begun_at <> t.created_at THEN
    RAISE insufficient_privilege USING MESSAGE = 'A comment belongs where its thread is.';
  END IF;
  NEW.owner_id := t.owner_id; NEW.item_id := t.item_id; NEW.starter_id := t.starter_id; NEW.begun_at := t.created_at;
  RETURN NEW;
END $$;

-- Whose an item is, what it is and where it hangs is said once: rows elsewhere repeat it.
CREATE FUNCTION item_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN RAISE insufficient_privilege USING MESSAGE = 'An item keeps its owner, its kind and its place.'; END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['shares_an_item()', 'placed_in_thread()', 'item_stays()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO parley_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO CURRENT_USER', f);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM parley_guard;

DO $$
DECLARE part record;
BEGIN
  FOR part IN SELECT * FROM (VALUES
    ('opportunity', 'id'), ('mission', 'id'), ('offer', 'id'), ('negotiation', 'id'), ('debrief', 'id'), ('round', 'id'),
    ('stage_change', 'opportunity_id'), ('offer_version', 'offer_id'), ('ask', 'negotiation_id'), ('objection', 'negotiation_id'),
    ('move', 'negotiation_id'), ('evidence', 'negotiation_id'), ('term', 'negotiation_id'), ('outcome', 'negotiation_id'),
    ('tick', 'negotiation_id'), ('walk_away', 'negotiation_id'), ('read', 'debrief_id'), ('sealed_counter', 'round_id'),
    ('view_log', 'item_id'), ('thread', 'item_id')) AS parts(t, parent)
  LOOP
    EXECUTE format('CREATE TRIGGER owned BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION %I()', part.t, 'owned_by_' || part.parent);
  END LOOP;
END $$;
CREATE TRIGGER owned BEFORE INSERT ON share FOR EACH ROW EXECUTE FUNCTION shares_an_item();
CREATE TRIGGER owned BEFORE INSERT ON comment FOR EACH ROW EXECUTE FUNCTION placed_in_thread();
CREATE TRIGGER stays BEFORE UPDATE OF id, kind, owner_id, opportunity_id ON item FOR EACH ROW
  WHEN ((OLD.id, OLD.kind, OLD.owner_id, OLD.opportunity_id) IS DISTINCT FROM (NEW.id, NEW.kind, NEW.owner_id, NEW.opportunity_id))
  EXECUTE FUNCTION item_stays();
