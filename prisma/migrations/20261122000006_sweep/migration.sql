-- What has served its time may be swept: receipts after two days, whoever they belong to; nothing younger.
GRANT SELECT (created_at), DELETE ON receipt TO parley_identity;
CREATE POLICY identity_finds_old ON receipt FOR SELECT TO parley_identity USING (created_at < now() - interval '2 days');
CREATE POLICY identity_sweeps ON receipt FOR DELETE TO parley_identity USING (created_at < now() - interval '2 days');
