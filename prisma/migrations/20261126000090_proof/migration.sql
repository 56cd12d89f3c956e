CREATE TABLE "proof" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "proof_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "proof_owner_id_idx" ON "proof"("owner_id");
ALTER TABLE "proof" ADD CONSTRAINT "proof_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The owner's alone: no council, share or chair leads here.
ALTER TABLE "proof" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "proof" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "proof" TO parley_user;
GRANT UPDATE (rev, sealed) ON "proof" TO parley_user;
CREATE POLICY owner_alone ON "proof" FOR ALL TO parley_user
  USING (owner_id = (SELECT viewer())) WITH CHECK (owner_id = (SELECT viewer()));
