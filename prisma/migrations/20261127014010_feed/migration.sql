CREATE TABLE "feed" (
    "account_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT moment(),

    CONSTRAINT "feed_pkey" PRIMARY KEY ("account_id")
);
CREATE UNIQUE INDEX "feed_token_hash_key" ON "feed"("token_hash");
ALTER TABLE "feed" ADD CONSTRAINT "feed_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The owner makes, renews and ends it; the post finds whose it is by the digest, and nothing else of it.
ALTER TABLE "feed" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "feed" FORCE ROW LEVEL SECURITY;
GRANT SELECT (account_id, since), INSERT (account_id, token_hash, since), DELETE ON "feed" TO parley_user;
GRANT SELECT (account_id, token_hash) ON "feed" TO parley_post;
CREATE POLICY owner_alone ON "feed" FOR ALL TO parley_user
  USING (account_id = (SELECT viewer())) WITH CHECK (account_id = (SELECT viewer()));
CREATE POLICY post_finds ON "feed" FOR SELECT TO parley_post USING (true);
