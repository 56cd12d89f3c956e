CREATE TABLE "backchannel" (
    "id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),

    CONSTRAINT "backchannel_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "backchannel_opportunity_id_idx" ON "backchannel"("opportunity_id");
CREATE INDEX "backchannel_owner_id_idx" ON "backchannel"("owner_id");
ALTER TABLE "backchannel" ADD CONSTRAINT "backchannel_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The owner's alone: no council, share or chair leads here, whatever of the opportunity is shared.
ALTER TABLE "backchannel" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "backchannel" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "backchannel" TO parley_user;
GRANT UPDATE (rev, sealed) ON "backchannel" TO parley_user;
CREATE TRIGGER owned BEFORE INSERT ON "backchannel" FOR EACH ROW EXECUTE FUNCTION owned_by_opportunity_id();
CREATE POLICY owner_alone ON "backchannel" FOR ALL TO parley_user
  USING (owner_id = (SELECT viewer())) WITH CHECK (owner_id = (SELECT viewer()));
