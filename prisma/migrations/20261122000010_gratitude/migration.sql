-- CreateTable
CREATE TABLE "gratitude" (
    "account_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "gratitude_pkey" PRIMARY KEY ("account_id")
);

-- AddForeignKey
ALTER TABLE "gratitude" ADD CONSTRAINT "gratitude_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The owner's alone: no council, share or chair leads here.
ALTER TABLE "gratitude" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "gratitude" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON "gratitude" TO parley_user;
CREATE POLICY owner_alone ON "gratitude" FOR ALL TO parley_user
  USING (account_id = viewer()) WITH CHECK (account_id = viewer());
