-- Columns say what, also of the tables that came after that rule, and at the desk before there is a viewer: whose a row is,
-- by which address or word it is found and when it began is said once, at its making.
DO $$
DECLARE kept record;
BEGIN
  FOR kept IN SELECT * FROM (VALUES
    ('gratitude', 'parley_user', 'rev, sealed'),
    ('account', 'parley_identity', 'operator'), ('password', 'parley_identity', 'hash, changed_at'),
    ('session', 'parley_identity', 'seen_at, expires_at'), ('reset_token', 'parley_identity', 'used_at'),
    ('invitation', 'parley_identity', 'used_at, used_by_id, revoked_at'),
    ('membership', 'parley_identity', 'role, state, accepted_charter, joined_at, ended_at, farewell')) AS columns(t, who, names)
  LOOP
    EXECUTE format('REVOKE UPDATE ON %I FROM %I', kept.t, kept.who);
    EXECUTE format('GRANT UPDATE (%s) ON %I TO %I', kept.names, kept.t, kept.who);
  END LOOP;
END $$;
