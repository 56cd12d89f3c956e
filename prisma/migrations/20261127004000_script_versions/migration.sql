CREATE TABLE "script_version" (
    "id" UUID NOT NULL,
    "negotiation_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),

    CONSTRAINT "script_version_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "script_version_negotiation_id_idx" ON "script_version"("negotiation_id");
ALTER TABLE "script_version" ADD CONSTRAINT "script_version_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The owner's alone, also where the negotiation is shared: what was written earlier was not shown. A version never changes.
ALTER TABLE "script_version" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "script_version" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "script_version" TO parley_user;
CREATE POLICY owner_sees ON "script_version" FOR SELECT TO parley_user USING (owner_id = (SELECT viewer()));
CREATE POLICY owner_makes ON "script_version" FOR INSERT TO parley_user WITH CHECK (owner_id = (SELECT viewer()));
CREATE TRIGGER owned BEFORE INSERT ON "script_version" FOR EACH ROW EXECUTE FUNCTION owned_by_negotiation_id();
