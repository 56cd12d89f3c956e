-- Who was asked stays asked; a counter is frozen at the reveal; seats change at set moments; one reminder a round.
ALTER TYPE notification_kind ADD VALUE 'roundReminder';

ALTER TABLE round ADD COLUMN reminded_at timestamptz(3);

ALTER TABLE sealed_counter
  ADD COLUMN abstained boolean NOT NULL DEFAULT false,
  ADD COLUMN frozen boolean NOT NULL DEFAULT false,
  ADD COLUMN shown_at timestamptz(3) NOT NULL DEFAULT moment();

CREATE TABLE asked (
  round_id uuid NOT NULL REFERENCES round (id) ON DELETE CASCADE ON UPDATE CASCADE,
  account_id uuid NOT NULL,
  CONSTRAINT asked_pkey PRIMARY KEY (round_id, account_id)
);
CREATE INDEX asked_account_id_idx ON asked (account_id);

ALTER TABLE asked ENABLE ROW LEVEL SECURITY;
ALTER TABLE asked FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON asked TO parley_guard;
CREATE POLICY guard_looks ON asked FOR SELECT TO parley_guard USING (true);
CREATE POLICY guard_notes ON asked FOR INSERT TO parley_guard WITH CHECK (true);

GRANT SELECT (id, offer_id) ON negotiation TO parley_guard;
CREATE POLICY guard_looks ON negotiation FOR SELECT TO parley_guard USING (true);
GRANT UPDATE (frozen) ON sealed_counter TO parley_guard;
CREATE POLICY guard_freezes ON sealed_counter FOR UPDATE TO parley_guard USING (true) WITH CHECK (true);
GRANT UPDATE (abstained) ON sealed_counter TO parley_user;
GRANT UPDATE (reminded_at) ON round TO parley_guard;

INSERT INTO asked (round_id, account_id)
  SELECT r.id, reader.id FROM round r CROSS JOIN LATERAL item_audience(r.id) AS reader(id)
  WHERE r.state IN ('open', 'revealed', 'closed') AND reader.id <> r.owner_id
  UNION SELECT s.round_id, s.author_id FROM sealed_counter s JOIN round r ON r.id = s.round_id WHERE s.author_id <> r.owner_id;

UPDATE sealed_counter s SET frozen = true FROM round r
  WHERE r.id = s.round_id AND r.state IN ('revealed', 'closed') AND NOT s.late;
