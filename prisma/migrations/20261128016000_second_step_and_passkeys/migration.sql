-- A code from an app at the sign-in. sealed (under the account's key): the secret that the app holds too.
CREATE TABLE totp (
  account_id uuid NOT NULL,
  sealed bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT moment(),
  confirmed_at timestamptz(3),
  last_step integer,
  CONSTRAINT totp_pkey PRIMARY KEY (account_id),
  CONSTRAINT totp_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE recovery_code (
  hash text NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT moment(),
  used_at timestamptz(3),
  CONSTRAINT recovery_code_pkey PRIMARY KEY (hash),
  CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX recovery_code_account_id_idx ON recovery_code (account_id);
CREATE TABLE passkey (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  credential_id text NOT NULL,
  credential bytea NOT NULL,
  counter bigint NOT NULL DEFAULT 0,
  sealed bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT moment(),
  used_at timestamptz(3),
  doubted_at timestamptz(3),
  CONSTRAINT passkey_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey (credential_id);
CREATE INDEX passkey_account_id_idx ON passkey (account_id);
-- What a browser was asked to sign: once, soon, and by the browser that has the cookie.
CREATE TYPE challenge_purpose AS ENUM ('add', 'show');
CREATE TABLE challenge (
  id text NOT NULL,
  purpose challenge_purpose NOT NULL,
  account_id uuid,
  nonce text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT challenge_pkey PRIMARY KEY (id),
  CONSTRAINT challenge_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX challenge_account_id_idx ON challenge (account_id);
CREATE INDEX challenge_expires_at_idx ON challenge (expires_at);

ALTER TABLE totp ENABLE ROW LEVEL SECURITY;
ALTER TABLE totp FORCE ROW LEVEL SECURITY;
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_code FORCE ROW LEVEL SECURITY;
ALTER TABLE passkey ENABLE ROW LEVEL SECURITY;
ALTER TABLE passkey FORCE ROW LEVEL SECURITY;
ALTER TABLE challenge ENABLE ROW LEVEL SECURITY;
ALTER TABLE challenge FORCE ROW LEVEL SECURITY;

-- All of it is of the identity desk alone, as passwords are.
GRANT SELECT, INSERT, DELETE ON totp, recovery_code, passkey, challenge TO parley_identity;
GRANT UPDATE (confirmed_at, last_step) ON totp TO parley_identity;
GRANT UPDATE (used_at) ON recovery_code TO parley_identity;
GRANT UPDATE (counter, used_at, doubted_at) ON passkey TO parley_identity;
CREATE POLICY identity_works ON totp FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY identity_works ON recovery_code FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY identity_works ON passkey FOR ALL TO parley_identity USING (true) WITH CHECK (true);
CREATE POLICY identity_works ON challenge FOR ALL TO parley_identity USING (true) WITH CHECK (true);
-- An archive says which passkeys there are; not what they are known by.
GRANT SELECT (id, account_id, sealed, created_at, used_at) ON passkey TO parley_user;
CREATE POLICY owner_sees ON passkey FOR SELECT TO parley_user USING (account_id = (SELECT viewer()));

-- How somebody signs in has changed: they are told as themselves.
ALTER TYPE notification_kind ADD VALUE 'waysChanged';
ALTER POLICY identity_tells ON notification
  WITH CHECK (kind::text IN ('joined', 'left') OR kind::text = 'waysChanged' AND actor_id = recipient_id);
-- A notice about the safety of an account goes by mail whoever has looked at it: the post knows it by its kind.
GRANT SELECT (kind) ON notification TO parley_post;
