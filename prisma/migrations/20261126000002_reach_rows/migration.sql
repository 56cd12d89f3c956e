-- outside a transaction
-- Reach, 2 of 3. Every row that is there gets its owner: a thousand pages of a table at a time, each time for good, so that
-- a run that is killed goes on where it was. What is written anew lands behind the pages that were there at the beginning.
DO $$
DECLARE
  part record;
  page bigint;
  pages bigint;
BEGIN
  FOR part IN SELECT * FROM (VALUES
    ('opportunity', 'id'), ('mission', 'id'), ('offer', 'id'), ('negotiation', 'id'), ('debrief', 'id'), ('round', 'id'),
    ('stage_change', 'opportunity_id'), ('offer_version', 'offer_id'), ('ask', 'negotiation_id'), ('objection', 'negotiation_id'),
    ('move', 'negotiation_id'), ('evidence', 'negotiation_id'), ('term', 'negotiation_id'), ('outcome', 'negotiation_id'),
    ('tick', 'negotiation_id'), ('read', 'debrief_id'), ('sealed_counter', 'round_id'),
    ('share', 'item_id'), ('view_log', 'item_id'), ('thread', 'item_id'), ('comment', 'thread_id')) AS parts(t, parent)
  LOOP
    page := 0;
    pages := pg_relation_size(part.t::regclass) / current_setting('block_size')::int;
    WHILE page < pages LOOP
      EXECUTE format('UPDATE %I r SET %s FROM %I of WHERE r.ctid >= $1 AND r.ctid < $2 AND r.owner_id IS NULL AND of.id = r.%I', part.t,
        CASE part.t
          WHEN 'comment' THEN 'owner_id = of.owner_id, item_id = of.item_id, starter_id = of.starter_id, begun_at = of.created_at'
          WHEN 'share' THEN 'owner_id = of.owner_id, kind = of.kind, opportunity_id = of.opportunity_id'
          ELSE 'owner_id = of.owner_id' END,
        CASE part.t WHEN 'comment' THEN 'thread' ELSE 'item' END, part.parent)
      USING format('(%s,0)', page)::tid, format('(%s,0)', page + 1000)::tid;
      COMMIT;
      page := page + 1000;
    END LOOP;
  END LOOP;
END $$;
-- then
-- What a person has of their own, and what reaches them, is found by these.
CREATE INDEX CONCURRENTLY IF NOT EXISTS opportunity_owner_id_idx ON opportunity (owner_id);
-- then
CREATE INDEX CONCURRENTLY IF NOT EXISTS mission_owner_id_idx ON mission (owner_id);
-- then
CREATE INDEX CONCURRENTLY IF NOT EXISTS offer_owner_id_idx ON offer (owner_id);
-- then
CREATE INDEX CONCURRENTLY IF NOT EXISTS negotiation_owner_id_idx ON negotiation (owner_id);
-- then
CREATE INDEX CONCURRENTLY IF NOT EXISTS debrief_owner_id_idx ON debrief (owner_id);
-- then
CREATE INDEX CONCURRENTLY IF NOT EXISTS round_owner_id_idx ON round (owner_id);
-- then
CREATE INDEX CONCURRENTLY IF NOT EXISTS stage_change_owner_id_idx ON stage_change (owner_id);
-- then
CREATE INDEX CONCURRENTLY IF NOT EXISTS share_owner_id_idx ON share (owner_id);
-- then
-- Whether somebody has opened an offer: one row, however often they have.
CREATE INDEX CONCURRENTLY IF NOT EXISTS view_log_item_id_reader_id_idx ON view_log (item_id, reader_id);
-- then
-- For the sweep of what has expired.
CREATE INDEX CONCURRENTLY IF NOT EXISTS session_expires_at_idx ON session (expires_at);
