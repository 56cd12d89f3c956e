-- The master key can be changed while serving: each wrapped key says which master key wraps it, by the number of that key's canary.
-- While two are in force there are two canaries; `seals` says which of them wraps what is made now. `side` holds the two keys that a
-- change of the master key leaves as they are (of addresses and of links in mail), `recovery` the master key under a code on paper.
ALTER TABLE "canary"
  ALTER COLUMN "id" DROP DEFAULT,
  ADD COLUMN "seals" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "side" BYTEA,
  ADD COLUMN "recovery" BYTEA,
  ADD COLUMN "recovery_canary" BYTEA;

ALTER TABLE "sealing_key" ADD COLUMN "canary_id" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "sealing_key" ALTER COLUMN "canary_id" DROP DEFAULT;
-- A master key goes when it wraps nothing any more; what a server that has not heard of it would still wrap with it is refused.
ALTER TABLE "sealing_key" ADD CONSTRAINT "sealing_key_canary_id_fkey" FOREIGN KEY ("canary_id") REFERENCES "canary"("id")
  ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "sealing_key_canary_id_idx" ON "sealing_key"("canary_id");

-- Servers that run on this database: what they are, which master keys they know, which of them they wrap with.
CREATE TABLE "instance" (
  "id" UUID NOT NULL,
  "host" TEXT NOT NULL,
  "version" TEXT NOT NULL,
  "knows" INTEGER NOT NULL,
  "seals" INTEGER NOT NULL,
  "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),
  "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),
  CONSTRAINT "instance_pkey" PRIMARY KEY ("id")
);

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_keeper') THEN CREATE ROLE parley_keeper NOLOGIN; END IF;
END $$;
GRANT parley_keeper TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO parley_keeper;

-- Who keeps the house wraps keys anew; of what is sealed with them it learns nothing by that.
GRANT SELECT, UPDATE (wrapped, canary_id) ON sealing_key TO parley_keeper;
DROP POLICY IF EXISTS keeper_looks ON sealing_key;
CREATE POLICY keeper_looks ON sealing_key FOR SELECT TO parley_keeper USING (true);
CREATE POLICY keeper_rewraps ON sealing_key FOR UPDATE TO parley_keeper USING (true) WITH CHECK (true);
