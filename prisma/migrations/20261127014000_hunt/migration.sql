CREATE TABLE "hunt" (
    "account_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "hunt_pkey" PRIMARY KEY ("account_id")
);
ALTER TABLE "hunt" ADD CONSTRAINT "hunt_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The owner's alone: no council, share or chair leads here.
ALTER TABLE "hunt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "hunt" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "hunt" TO parley_user;
GRANT UPDATE (rev, sealed) ON "hunt" TO parley_user;
CREATE POLICY owner_alone ON "hunt" FOR ALL TO parley_user
  USING (account_id = (SELECT viewer())) WITH CHECK (account_id = (SELECT viewer()));
