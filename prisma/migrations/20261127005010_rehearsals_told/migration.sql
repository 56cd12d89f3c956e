ALTER TYPE notification_kind ADD VALUE 'rehearsalAsked';
ALTER TYPE notification_kind ADD VALUE 'rehearsalReady';

GRANT CREATE ON SCHEMA public TO parley_guard;

-- `pair`: of a rehearsal, its owner and who plays the employer; no other reader of the negotiation knows of it.
CREATE OR REPLACE FUNCTION who_is_told(whom text, item uuid, opening uuid, council uuid, about uuid)
RETURNS TABLE(account uuid, reached boolean) LANGUAGE plpgsql STABLE AS
$function$ DECLARE me uuid := viewer(); owner uuid; this xid := pg_current_xact_id_if_assigned()::xid;
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
  ELSIF whom = 'pair' THEN
    RETURN QUERY SELECT owner, false;
    RETURN QUERY SELECT r.peer_id, true FROM rehearsal r
      WHERE r.id = about OR (r.negotiation_id = about AND r.xmin = this);
  END IF;
END $function$;

-- Whose rehearsal is deleted is told of it by who deleted it, in the same transaction.
CREATE FUNCTION remember_peer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE place text := (SELECT 'app.reach_' || k.word || '.parted' FROM reach_key k);
BEGIN
  PERFORM set_config(place, (SELECT array_agg(DISTINCT p.id) FROM (
    SELECT unnest(coalesce(nullif(current_setting(place, true), ''), '{}')::uuid[]) UNION SELECT OLD.peer_id WHERE OLD.peer_id IS NOT NULL) AS p(id))::text, true);
  RETURN OLD;
END $$;
CREATE TRIGGER parts BEFORE DELETE ON rehearsal FOR EACH ROW WHEN (OLD.peer_id IS NOT NULL) EXECUTE FUNCTION remember_peer();
ALTER FUNCTION remember_peer() OWNER TO parley_guard;
REVOKE ALL ON FUNCTION remember_peer() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remember_peer() TO CURRENT_USER;
REVOKE CREATE ON SCHEMA public FROM parley_guard;
