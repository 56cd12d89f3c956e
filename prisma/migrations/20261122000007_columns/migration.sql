-- Rows say who may write; columns say what. Whose a row is, where it hangs and when it began is said once, at its making.
DO $$
DECLARE kept record;
BEGIN
  FOR kept IN SELECT * FROM (VALUES
    ('account', 'rev, sealed'), ('receipt', 'answer'),
    ('council', 'charter_version, rev, sealed, closed_at'), ('membership', 'role, state, accepted_charter, ended_at, farewell'),
    ('invitation', 'token_hash, expires_at, revoked_at'), ('checklist', 'rev, sealed'), ('share', 'revoked_at'),
    ('opportunity', 'stage, rev, sealed, updated_at'), ('stage_change', 'stage, "on", at'),
    ('mission', 'state, rev, sealed, updated_at'), ('offer', 'rev, sealed, updated_at'),
    ('negotiation', 'rev, sealed, updated_at'), ('walk_away', 'rev, sealed'), ('ask', 'rank, rev, sealed'),
    ('objection', 'rank, rev, sealed'), ('move', 'at, rev, sealed'), ('evidence', 'rev, sealed'),
    ('term', 'rank, state, rev, sealed'), ('outcome', 'kind, "on", rev, sealed'), ('tick', 'at'),
    ('debrief', 'reads_state, outcome, outcome_on, rev, sealed, revealed_at, updated_at'), ('read', 'rev, sealed'),
    ('round', 'state, quorum, named, deadline_at, opened_at, revealed_at, rev, sealed, updated_at'), ('sealed_counter', 'rev, sealed'),
    ('thread', 'resolved_at, resolved_by_id'), ('comment', 'rev, sealed, edited_at, deleted_at'),
    ('notification', 'seen_at')) AS columns(t, names)
  LOOP
    EXECUTE format('REVOKE UPDATE ON %I FROM parley_user', kept.t);
    EXECUTE format('GRANT UPDATE (%s) ON %I TO parley_user', kept.names, kept.t);
  END LOOP;
END $$;

-- What the guard does to a round or a debrief is to reveal it; to hold one, any column will do.
REVOKE UPDATE ON debrief, round FROM parley_guard;
GRANT UPDATE (reads_state, revealed_at) ON debrief TO parley_guard;
GRANT UPDATE (state, revealed_at) ON round TO parley_guard;

-- An ended seat is taken again by an invitation, not by the chair.
ALTER POLICY chair_keeps ON membership USING (state = 'active' AND chairs_council(council_id));

-- Nobody settles a conversation in another's name.
ALTER POLICY reader_settles ON thread WITH CHECK (may_read_item(item_id) AND (resolved_by_id IS NULL OR resolved_by_id = viewer()));

-- A share is aimed at somebody who sits in that very council.
ALTER POLICY owner_shares ON share WITH CHECK (owns_item(item_id) AND in_council(council_id) AND (reader_id IS NULL OR EXISTS (
  SELECT FROM membership seat WHERE seat.council_id = share.council_id AND seat.account_id = share.reader_id AND seat.state = 'active')));

-- There is one of each on what it hangs on: another's place would stay taken.
ALTER POLICY owner_makes ON mission WITH CHECK (owns_item(id) AND owns_item(opportunity_id));
ALTER POLICY owner_makes ON negotiation WITH CHECK (owns_item(id) AND owns_item(offer_id));
ALTER POLICY owner_makes ON round WITH CHECK (owns_item(id) AND owns_item(negotiation_id));
