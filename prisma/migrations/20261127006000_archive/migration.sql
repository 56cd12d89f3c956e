-- An archive comes in by pieces and is brought in whole: a call carries little, and what is brought in commits at once.
CREATE TABLE "archive_piece" (
    "account_id" UUID NOT NULL,
    "arrival_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),

    CONSTRAINT "archive_piece_pkey" PRIMARY KEY ("account_id","arrival_id","number")
);
CREATE INDEX "archive_piece_created_at_idx" ON "archive_piece"("created_at");
ALTER TABLE "archive_piece" ADD CONSTRAINT "archive_piece_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE archive_piece ENABLE ROW LEVEL SECURITY;
ALTER TABLE archive_piece FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON archive_piece TO parley_user;
GRANT SELECT (created_at), DELETE ON archive_piece TO parley_identity;
CREATE POLICY owner_alone ON archive_piece FOR ALL TO parley_user
  USING (account_id = (SELECT viewer())) WITH CHECK (account_id = (SELECT viewer()));
CREATE POLICY identity_finds_old ON archive_piece FOR SELECT TO parley_identity
  USING (created_at < (SELECT moment() - interval '1 day'));
CREATE POLICY identity_sweeps ON archive_piece FOR DELETE TO parley_identity
  USING (created_at < (SELECT moment() - interval '1 day'));
