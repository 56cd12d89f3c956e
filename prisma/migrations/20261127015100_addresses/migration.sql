CREATE TYPE address_link_purpose AS ENUM ('verify', 'reset', 'leave', 'take');
CREATE TABLE address_link (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  purpose address_link_purpose NOT NULL,
  pair_id uuid,
  token_hash text NOT NULL,
  sealed bytea,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  CONSTRAINT address_link_pkey PRIMARY KEY (id),
  CONSTRAINT address_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX address_link_token_hash_key ON address_link (token_hash);
CREATE INDEX address_link_account_id_idx ON address_link (account_id);
CREATE INDEX address_link_expires_at_idx ON address_link (expires_at);
ALTER TABLE address_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE address_link FORCE ROW LEVEL SECURITY;

-- Links are made and used before there is a viewer, or beside one: by the identity desk alone.
GRANT SELECT, INSERT, DELETE ON address_link TO parley_identity;
GRANT UPDATE (used_at) ON address_link TO parley_identity;
CREATE POLICY identity_works ON address_link FOR ALL TO parley_identity USING (true) WITH CHECK (true);
-- The post writes a letter as the person whom it is for, and needs to know whether the link is still open.
GRANT SELECT (id, account_id, purpose, sealed, expires_at, used_at) ON address_link TO parley_user;
CREATE POLICY owner_sees ON address_link FOR SELECT TO parley_user USING (account_id = (SELECT viewer()));

-- When an address was shown to be the person's.
ALTER TABLE account ADD COLUMN verified_at timestamptz(3);
GRANT UPDATE (email_hash, sealed, rev, verified_at) ON account TO parley_identity;
GRANT UPDATE (address_hash) ON invitation TO parley_identity;

-- The desk puts a letter into the outbox, and asks whether mail is sent here at all.
GRANT INSERT (id, account_id, kinds) ON letter TO parley_identity;
CREATE POLICY identity_writes ON letter FOR INSERT TO parley_identity WITH CHECK (kinds = '{}');
ALTER TABLE clock_hand ADD COLUMN addresses integer NOT NULL DEFAULT 0;
GRANT SELECT (id, mails, addresses) ON clock_hand TO parley_identity;
CREATE POLICY identity_looks ON clock_hand FOR SELECT TO parley_identity USING (true);
GRANT UPDATE (addresses) ON clock_hand TO parley_identity;
CREATE POLICY identity_counts ON clock_hand FOR UPDATE TO parley_identity USING (true) WITH CHECK (true);
